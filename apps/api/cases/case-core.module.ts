import { Module } from '@nestjs/common';
import { CalendarsModule } from '../calendars/calendars.module';
import { ItemsModule } from '../items/items.module';
import { CaseEngine } from './case-engine';
import { CaseReader } from './case-reader';
import { Directory } from './directory';
import { PersonStore } from './person.store';
import { RulesStore } from './rules.store';

/** What every resource that touches a case stands on: reading it, speaking to its run, names and persons. */
@Module({
  imports: [CalendarsModule, ItemsModule],
  providers: [CaseEngine, CaseReader, Directory, PersonStore, RulesStore],
  exports: [CalendarsModule, ItemsModule, CaseEngine, CaseReader, Directory, PersonStore, RulesStore],
})
export class CaseCoreModule {}
