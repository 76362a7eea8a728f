import { Module } from '@nestjs/common';
import { CaseCoreModule } from '../cases/case-core.module';
import { PersonalValues } from '../cases/personal-values';
import { ProgressModule } from '../progress/progress.module';
import { RosterLines } from '../rosters/roster-lines.store';
import { DocumentSheets } from './document-sheets';
import { DocumentsController } from './documents.controller';
import { PrintLog } from './print-log.store';
import { Printing } from './printing';

@Module({
  imports: [CaseCoreModule, ProgressModule],
  controllers: [DocumentsController],
  providers: [DocumentSheets, PersonalValues, PrintLog, Printing, RosterLines],
})
export class DocumentsModule {}
