import { Body, Controller, Get, Header, Post, Query, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { Access } from '../platform/access/access.decorator';
import { CaseThrottlerGuard } from './case-throttler.guard';
import { progressQuery, ratingSchema, type ProgressQuery, type RatingInput } from './progress.schemas';
import type { ProgressAnswer } from '@due-process/contracts';
import { PublicCases } from './public-cases';

const aMinute = { default: { limit: 30, ttl: 60_000 } };

/** For the applicant, without sign-on: 办件编号 and 查询码. */
@ApiTags('public')
@Controller('public')
@UseGuards(ThrottlerGuard, CaseThrottlerGuard)
export class ProgressController {
  constructor(private readonly cases: PublicCases) {}

  @Get('progress')
  @Access('progress.read')
  @Throttle(aMinute)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '办件进度' })
  progress(@Query({ schema: progressQuery }) { caseNo, queryCode }: ProgressQuery): Promise<ProgressAnswer> {
    return this.cases.progress(caseNo, queryCode);
  }

  @Post('ratings')
  @Access('rating.give')
  @Throttle(aMinute)
  @ApiOperation({ summary: '好差评：办结后评一次' })
  rate(@Body({ schema: ratingSchema }) rating: RatingInput): Promise<{ caseNo: string; level: string; words: string }> {
    return this.cases.rate(rating);
  }
}
