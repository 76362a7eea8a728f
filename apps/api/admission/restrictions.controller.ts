import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@due-process/contracts';
import { z } from 'zod';
import { Access, CurrentActor } from '../platform/access/access.decorator';
import { Restrictions, type RestrictionView } from './restrictions.service';

const idParam = z.string().min(1).max(120);
const liftSchema = z.strictObject({ reason: z.string().trim().min(2).max(200) });

/** 限制申请: who may not apply for a time, and how it is lifted before that time is over. */
@ApiTags('restrictions')
@Controller('api/restrictions')
export class RestrictionsController {
  constructor(private readonly restrictions: Restrictions) {}

  @Get()
  @Access('restriction.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '本机构的限制申请名单，新的在前' })
  list(@CurrentActor() actor: Actor): Promise<{ restrictions: RestrictionView[] }> {
    return this.restrictions.list(actor);
  }

  @Post(':id/lift')
  @HttpCode(202)
  @Access('restriction.lift')
  @ApiOperation({ summary: '提出解除限制，说明理由；由另一人确认' })
  propose(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: liftSchema }) { reason }: z.output<typeof liftSchema>,
  ): Promise<RestrictionView> {
    return this.restrictions.propose(actor, id, reason);
  }

  @Post(':id/lift/confirm')
  @HttpCode(200)
  @Access('restriction.lift')
  @ApiOperation({ summary: '确认解除限制，不得由提出的人确认' })
  confirm(@CurrentActor() actor: Actor, @Param('id', { schema: idParam }) id: string): Promise<RestrictionView> {
    return this.restrictions.confirm(actor, id);
  }

  @Post(':id/lift/drop')
  @HttpCode(200)
  @Access('restriction.lift')
  @ApiOperation({ summary: '撤回解除的提议' })
  drop(@CurrentActor() actor: Actor, @Param('id', { schema: idParam }) id: string): Promise<RestrictionView> {
    return this.restrictions.drop(actor, id);
  }
}
