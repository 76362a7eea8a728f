import { Module } from '@nestjs/common';
import { CalendarsModule } from './calendars/calendars.module';
import { caseModules } from './case-modules';
import { DeadlinesModule } from './deadlines/deadlines.module';
import { LaddersModule } from './ladders/ladders.module';
import { DirectoryModule } from './directory/directory.module';
import { HealthModule } from './health/health.module';
import { ItemsModule } from './items/items.module';
import { OrganisationsModule } from './organisations/organisations.module';
import { PlatformModule } from './platform/platform.module';
import { SessionModule } from './session/session.module';

@Module({
  imports: [
    PlatformModule,
    SessionModule,
    HealthModule,
    OrganisationsModule,
    ItemsModule,
    CalendarsModule,
    DeadlinesModule,
    LaddersModule,
    DirectoryModule,
    ...caseModules,
  ],
})
export class AppModule {}
