import { Body, Controller, Get, Header, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@due-process/contracts';
import { itemCodeParam } from '@due-process/contracts/schemas';
import { z } from 'zod';
import { Access, CurrentActor } from '../platform/access/access.decorator';
import { ReviewRounds, type ReviewRoundsView } from './review-rounds.service';
import type { ListedReviewRound } from './review-rounds.store';

const idParam = z.string().max(60);
const openSchema = z.strictObject({ itemCode: itemCodeParam });

@ApiTags('review rounds')
@Controller('api/review-rounds')
export class ReviewRoundsController {
  constructor(private readonly rounds: ReviewRounds) {}

  @Get()
  @Access('reviewRound.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '按轮次审核的事项、等待的办件和各轮进度' })
  list(@CurrentActor() actor: Actor): Promise<ReviewRoundsView> {
    return this.rounds.list(actor);
  }

  @Get('waiting/:itemCode')
  @Access('reviewRound.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '等待下一轮审核的办件' })
  waiting(@CurrentActor() actor: Actor, @Param('itemCode', { schema: itemCodeParam }) itemCode: string) {
    return this.rounds.waiting(actor, itemCode);
  }

  @Get(':id/cases')
  @Access('reviewRound.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '一轮审核收入的办件和各自的结果' })
  cases(@CurrentActor() actor: Actor, @Param('id', { schema: idParam }) id: string) {
    return this.rounds.cases(actor, id);
  }

  @Post()
  @Access('reviewRound.open')
  @ApiOperation({ summary: '开启本季度的审核：等待的办件自今日起计审核时限' })
  open(
    @CurrentActor() actor: Actor,
    @Body({ schema: openSchema }) { itemCode }: { itemCode: string },
  ): Promise<ListedReviewRound> {
    return this.rounds.open(actor, itemCode);
  }
}
