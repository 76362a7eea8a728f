import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  settlementLineStates,
  type Actor,
  type SettlementLinesPage,
  type SettlementLineState,
} from '@due-process/contracts';
import { z } from 'zod';
import { CaseReader } from '../cases/case-reader';
import { Access, CurrentActor } from '../platform/access/access.decorator';
import { SettlementLinesStore } from './settlement-lines.store';

const linesQuery = z.strictObject({
  state: z.enum(settlementLineStates).optional(),
  after: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const stateWords: Record<SettlementLineState, string> = {
  waiting: '未拨付',
  sent: '拨付中',
  paid: '已拨付',
  rejected: '已退回',
};

/** 全市定点零售药店结算 (QD-10.2 四（二）（三）): what each pharmacy is due, what it was paid and what came back. */
@ApiTags('settlements')
@Controller('api/cases')
export class SettlementLinesController {
  constructor(
    private readonly reader: CaseReader,
    private readonly lines: SettlementLinesStore,
  ) {}

  @Get(':caseNo/settlement-lines')
  @Access('case.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '结算批次的逐店明细和拨付情况，按商户号分页；state 只看某一种' })
  async page(
    @CurrentActor() actor: Actor,
    @Param('caseNo', { schema: z.string().max(40) }) caseNo: string,
    @Query({ schema: linesQuery }) query: z.output<typeof linesQuery>,
  ): Promise<SettlementLinesPage> {
    await this.reader.visible(caseNo, actor);
    const rows = await this.lines.page(caseNo, query);
    const last = rows.length === query.limit ? rows.at(-1) : undefined;
    return {
      tally: await this.lines.tally(caseNo),
      lines: rows.map((line) => ({
        ...line,
        stateWords: line.state === 'waiting' && line.payableFen === 0 ? '无应付' : stateWords[line.state],
      })),
      next: last?.merchantNo ?? null,
    };
  }
}
