import { Module } from '@nestjs/common';
import { LadderPreviews } from './ladder-preview.service';
import { LaddersController } from './ladders.controller';

@Module({ controllers: [LaddersController], providers: [LadderPreviews] })
export class LaddersModule {}
