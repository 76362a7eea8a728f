import { Controller, Get, Header, Query } from '@nestjs/common';
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

  @Get('counts')
  @Access('worklist.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '各标签的件数' })
  counts(@CurrentActor() actor: Actor): Promise<Record<string, number>> {
    return this.worklist.counts(actor);
  }
}
