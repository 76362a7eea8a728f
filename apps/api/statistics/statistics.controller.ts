import { Controller, Get, Header, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@due-process/contracts';
import { isoDate } from '@due-process/contracts/schemas';
import type { Response } from 'express';
import { z } from 'zod';
import { Access, CurrentActor } from '../platform/access/access.decorator';
import { Flow } from './flow.service';
import { StatisticsSheet } from './statistics-sheet';
import { Statistics } from './statistics.service';

const period = z.strictObject({ from: isoDate, to: isoDate });
const numbersQuery = period.extend({ by: z.enum(['unit', 'person', 'item', 'month']).default('unit') });
const stepsQuery = period.extend({ item: z.string().max(40) });

@ApiTags('statistics')
@Controller('api/statistics')
export class StatisticsController {
  constructor(
    private readonly statistics: Statistics,
    private readonly sheet: StatisticsSheet,
    private readonly flow: Flow,
  ) {}

  @Get()
  @Access('statistics.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '办结件统计：按科室、人员（本人）、事项、月，附指标说明' })
  numbers(
    @CurrentActor() actor: Actor,
    @Query({ schema: numbersQuery }) { by, ...days }: z.output<typeof numbersQuery>,
  ) {
    return this.statistics.page(actor, days, by);
  }

  @Get('steps')
  @Access('statistics.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '一个事项的流程图：办结件的工作日花在哪里，现在各处有多少件' })
  steps(@CurrentActor() actor: Actor, @Query({ schema: stepsQuery }) { item, ...days }: z.output<typeof stepsQuery>) {
    return this.flow.of(actor, days, item);
  }

  @Get('export.xlsx')
  @Access('statistics.read')
  @ApiOperation({ summary: '导出统计和办件明细（Excel）' })
  async export(
    @CurrentActor() actor: Actor,
    @Query({ schema: period }) days: z.output<typeof period>,
    @Res() response: Response,
  ): Promise<void> {
    response.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    response.setHeader('Content-Disposition', `attachment; filename="statistics-${days.from}-${days.to}.xlsx"`);
    response.setHeader('Cache-Control', 'no-store');
    await this.sheet.write(actor, days, response);
  }
}
