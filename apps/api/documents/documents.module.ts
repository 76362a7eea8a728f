import { Module } from '@nestjs/common';
import { CaseCoreModule } from '../cases/case-core.module';
import { ProgressModule } from '../progress/progress.module';
import { DocumentSheets } from './document-sheets';
import { DocumentsController } from './documents.controller';
import { PrintLog } from './print-log.store';
import { Printing } from './printing';

@Module({
  imports: [CaseCoreModule, ProgressModule],
  controllers: [DocumentsController],
  providers: [DocumentSheets, PrintLog, Printing],
})
export class DocumentsModule {}
