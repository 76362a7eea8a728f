import type { Type } from '@nestjs/common';
import { CasesModule } from './cases/cases.module';
import { ExchangeModule } from './exchange/exchange.module';
import { InboxModule } from './inbox/inbox.module';
import { ProgressModule } from './progress/progress.module';
import { SupervisionModule } from './supervision/supervision.module';
import { WorklistModule } from './worklist/worklist.module';

/** Modules of the resources that work on cases. */
export const caseModules: Type[] = [
  CasesModule,
  ExchangeModule,
  InboxModule,
  ProgressModule,
  SupervisionModule,
  WorklistModule,
];
