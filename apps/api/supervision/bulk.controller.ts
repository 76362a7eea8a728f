import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@due-process/contracts';
import { Access, CurrentActor } from '../platform/access/access.decorator';
import { Bulk, type BulkSignal } from './bulk.service';
import { bulkSchema, bulkSignal, uuidParam, type BulkInput } from './supervision.schemas';

@ApiTags('supervision')
@Controller('api/supervision/bulk')
export class BulkController {
  constructor(private readonly bulk: Bulk) {}

  @Get()
  @Access('supervision.bulk')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '批量办理记录' })
  list(@CurrentActor() actor: Actor) {
    return this.bulk.list(actor);
  }

  @Post()
  @Access('supervision.bulk')
  @ApiOperation({ summary: '预览批量办理：将涉及哪些办件，尚不办理' })
  preview(@CurrentActor() actor: Actor, @Body({ schema: bulkSchema }) input: BulkInput) {
    return this.bulk.preview(actor, input);
  }

  @Get(':id')
  @Access('supervision.bulk')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '批量办理的进度和逐件结果' })
  show(@CurrentActor() actor: Actor, @Param('id', { schema: uuidParam }) id: string) {
    return this.bulk.show(actor, id);
  }

  @Post(':id/:signal')
  @HttpCode(200)
  @Access('supervision.bulk')
  @ApiOperation({ summary: '确认、暂停、继续、取消、重办失败件、撤回' })
  signal(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: uuidParam }) id: string,
    @Param('signal', { schema: bulkSignal }) signal: BulkSignal,
  ) {
    return this.bulk.signal(actor, id, signal);
  }
}
