import { Module } from '@nestjs/common';
import { DeadlineAnswers } from './deadline-answers';
import { DeadlinesController } from './deadlines.controller';

@Module({ controllers: [DeadlinesController], providers: [DeadlineAnswers] })
export class DeadlinesModule {}
