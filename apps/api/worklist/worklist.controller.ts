import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@due-process/contracts';
import { Access, CurrentActor } from '../platform/access/access.decorator';
import { worklistQuery, type WorklistQuery } from './worklist.schemas';
import { Worklist } from './worklist.service';

@ApiTags('worklist')
@Controller('api/worklist')
export class WorklistController {
  constructor(private readonly worklist: Worklist) {}

  @Get()
  @Access('worklist.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '待办列表，按剩余时间排序；next 为下一页标记' })
  page(@CurrentActor() actor: Actor, @Query({ schema: worklistQuery }) query: WorklistQuery) {
    return this.worklist.page(actor, query);
  }

  /** The same with its conditions in the body: an identity number has no place in an address, where proxies and histories keep it. */
  @Post('search')
  @HttpCode(200)
  @Access('worklist.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '查询办件：条件同待办列表，放在请求体中，证件号码不进入地址' })
  search(@CurrentActor() actor: Actor, @Body({ schema: worklistQuery }) query: WorklistQuery) {
    return this.worklist.page(actor, query);
  }

  @Get('counts')
  @Access('worklist.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '各标签的件数' })
  counts(@CurrentActor() actor: Actor): Promise<Record<string, number>> {
    return this.worklist.counts(actor);
  }
}
