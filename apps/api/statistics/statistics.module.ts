import { Module } from '@nestjs/common';
import { CaseCoreModule } from '../cases/case-core.module';
import { Flow } from './flow.service';
import { StatisticsSheet } from './statistics-sheet';
import { StatisticsController } from './statistics.controller';
import { Statistics } from './statistics.service';

@Module({
  imports: [CaseCoreModule],
  controllers: [StatisticsController],
  providers: [Statistics, StatisticsSheet, Flow],
})
export class StatisticsModule {}
