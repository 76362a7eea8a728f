import { Module } from '@nestjs/common';
import { caseModules } from './case-modules';
import { HealthModule } from './health/health.module';
import { PlatformModule } from './platform/platform.module';
import { SessionModule } from './session/session.module';

@Module({ imports: [PlatformModule, SessionModule, HealthModule, ...caseModules] })
export class AppModule {}
