import type { Type } from '@nestjs/common';
import { AdmissionModule } from './admission/admission.module';
import { CasesModule } from './cases/cases.module';
import { DocumentsModule } from './documents/documents.module';
import { DraftsModule } from './drafts/drafts.module';
import { EmployerNoticesModule } from './employer-notices/employer-notices.module';
import { ExchangeModule } from './exchange/exchange.module';
import { InboxModule } from './inbox/inbox.module';
import { PortfolioModule } from './portfolio/portfolio.module';
import { ListsModule } from './lists/lists.module';
import { OperatorModule } from './operator/operator.module';
import { ProgressModule } from './progress/progress.module';
import { ReviewRoundsModule } from './review-rounds/review-rounds.module';
import { RostersModule } from './rosters/rosters.module';
import { SettlementsModule } from './settlements/settlements.module';
import { StatisticsModule } from './statistics/statistics.module';
import { SupervisionModule } from './supervision/supervision.module';
import { UploadsModule } from './uploads/uploads.module';
import { WorklistModule } from './worklist/worklist.module';

/** Modules of the resources that work on cases. Documents before cases: `…/documents/{no}.pdf` is the narrower route. */
export const caseModules: Type[] = [
  AdmissionModule,
  DocumentsModule,
  CasesModule,
  DraftsModule,
  EmployerNoticesModule,
  ExchangeModule,
  InboxModule,
  ListsModule,
  PortfolioModule,
  OperatorModule,
  ProgressModule,
  ReviewRoundsModule,
  RostersModule,
  SettlementsModule,
  StatisticsModule,
  SupervisionModule,
  UploadsModule,
  WorklistModule,
];
