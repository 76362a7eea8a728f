import { Module } from '@nestjs/common';
import { ReviewRoundsController } from './review-rounds.controller';
import { ReviewRounds } from './review-rounds.service';
import { ReviewRoundsStore } from './review-rounds.store';

@Module({ controllers: [ReviewRoundsController], providers: [ReviewRounds, ReviewRoundsStore] })
export class ReviewRoundsModule {}
