import { Module } from '@nestjs/common';
import { WorklistModule } from '../worklist/worklist.module';
import { ReviewRoundsController } from './review-rounds.controller';
import { ReviewRounds } from './review-rounds.service';
import { ReviewRoundsStore } from './review-rounds.store';

@Module({
  imports: [WorklistModule],
  controllers: [ReviewRoundsController],
  providers: [ReviewRounds, ReviewRoundsStore],
})
export class ReviewRoundsModule {}
