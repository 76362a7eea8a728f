import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@due-process/contracts';
import type { z } from 'zod';
import { Access, CurrentActor } from '../platform/access/access.decorator';
import { Repairs } from './repairs.service';
import {
  caseNoParam,
  declineSchema,
  orderNoParam,
  repairSchema,
  repairsQuery,
  type RepairInput,
} from './supervision.schemas';

@ApiTags('supervision')
@Controller('api/supervision')
export class RepairsController {
  constructor(private readonly repairs: Repairs) {}

  @Get('cases/:caseNo/repairs')
  @Access('supervision.confirm')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '一件办件可用的修复方式（不可用的附理由）与修复记录' })
  of(@CurrentActor() actor: Actor, @Param('caseNo', { schema: caseNoParam }) caseNo: string) {
    return this.repairs.of(actor, caseNo);
  }

  @Post('cases/:caseNo/repairs/preview')
  @HttpCode(200)
  @Access('supervision.confirm')
  @ApiOperation({ summary: '试算一种修复方式将产生的记录，不作任何改动' })
  preview(
    @CurrentActor() actor: Actor,
    @Param('caseNo', { schema: caseNoParam }) caseNo: string,
    @Body({ schema: repairSchema }) input: RepairInput,
  ) {
    return this.repairs.preview(actor, caseNo, input);
  }

  @Post('cases/:caseNo/repairs')
  @Access('supervision.repair')
  @ApiOperation({ summary: '修复办件；跳过、重新开始、异常终止须另一人确认' })
  propose(
    @CurrentActor() actor: Actor,
    @Param('caseNo', { schema: caseNoParam }) caseNo: string,
    @Body({ schema: repairSchema }) input: RepairInput,
  ) {
    return this.repairs.propose(actor, caseNo, input);
  }

  @Get('repairs')
  @Access('supervision.confirm')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '修复记录与结果' })
  list(@CurrentActor() actor: Actor, @Query({ schema: repairsQuery }) { open, caseNo }: z.output<typeof repairsQuery>) {
    return this.repairs.list(actor, open === 'true', caseNo);
  }

  @Post('repairs/:repairNo/confirm')
  @HttpCode(200)
  @Access('supervision.confirm')
  @ApiOperation({ summary: '另一人确认并执行修复' })
  confirm(@CurrentActor() actor: Actor, @Param('repairNo', { schema: orderNoParam }) repairNo: string) {
    return this.repairs.confirm(actor, repairNo);
  }

  @Post('repairs/:repairNo/decline')
  @HttpCode(200)
  @Access('supervision.confirm')
  @ApiOperation({ summary: '不同意修复，说明理由' })
  decline(
    @CurrentActor() actor: Actor,
    @Param('repairNo', { schema: orderNoParam }) repairNo: string,
    @Body({ schema: declineSchema }) { reason }: z.output<typeof declineSchema>,
  ) {
    return this.repairs.decline(actor, repairNo, reason);
  }
}
