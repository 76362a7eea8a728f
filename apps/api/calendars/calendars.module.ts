import { Global, Module } from '@nestjs/common';
import { CalendarPreviews } from './calendar-preview';
import { CalendarPublishing } from './calendar-publishing';
import { CalendarShelf } from './calendar-shelf';
import { CalendarVersions } from './calendar-versions.store';
import { CalendarsController } from './calendars.controller';
import { RunningClocks } from './running-clocks.store';

/** Global for the shelf: whatever shows or computes a date takes its calendar from it. */
@Global()
@Module({
  controllers: [CalendarsController],
  providers: [CalendarPreviews, CalendarPublishing, CalendarShelf, CalendarVersions, RunningClocks],
  exports: [CalendarShelf],
})
export class CalendarsModule {}
