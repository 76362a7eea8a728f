import { Module } from '@nestjs/common';
import { HealthModule } from '../health/health.module';
import { MetricsModule } from '../platform/metrics/metrics.module';
import { OperatorGauges } from './operator-gauges';
import { OperatorController } from './operator.controller';
import { Operator } from './operator.service';

@Module({
  imports: [HealthModule, MetricsModule],
  controllers: [OperatorController],
  providers: [Operator, OperatorGauges],
})
export class OperatorModule {}
