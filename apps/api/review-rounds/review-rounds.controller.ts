import { Body, Controller, Get, Header, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@due-process/contracts';
import { itemCodeParam } from '@due-process/contracts/schemas';
import { z } from 'zod';
import { Access, CurrentActor } from '../platform/access/access.decorator';
import { ReviewRounds, type ReviewRoundsView } from './review-rounds.service';
import type { ListedReviewRound } from './review-rounds.store';

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
