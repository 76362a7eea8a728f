import { Module } from '@nestjs/common';
import { Health } from './health';
import { HealthController } from './health.controller';

@Module({ providers: [Health], exports: [Health], controllers: [HealthController] })
export class HealthModule {}
