import { Module } from '@nestjs/common';
import { AdmissionModule } from '../admission/admission.module';
import { ExchangeModule } from '../exchange/exchange.module';
import { ItemsModule } from '../items/items.module';
import { RosterClaimsModule } from '../rosters/roster-claims.module';
import { UploadsModule } from '../uploads/uploads.module';
import { CaseActions } from './actions.service';
import { CaseCoreModule } from './case-core.module';
import { CaseSheetsController } from './case-sheets.controller';
import { CaseViews } from './case-views';
import { CasesController } from './cases.controller';
import { FactLookup } from './fact-lookup';
import { OpeningAnswers } from './opening-answers';
import { OpeningStore } from './opening.store';
import { OpeningChecks } from './opening-checks';
import { OpeningPromises } from './opening-promises';
import { Openings } from './openings';
import { PersonalValues } from './personal-values';
import { Reveal } from './reveal';
import { SourceOpenings } from './source-openings';
import { SourceOpeningsController } from './source-openings.controller';
import { Timeline } from './timeline';

@Module({
  imports: [AdmissionModule, CaseCoreModule, ItemsModule, ExchangeModule, RosterClaimsModule, UploadsModule],
  controllers: [CasesController, CaseSheetsController, SourceOpeningsController],
  providers: [
    CaseActions,
    CaseViews,
    FactLookup,
    OpeningAnswers,
    OpeningChecks,
    OpeningPromises,
    OpeningStore,
    Openings,
    PersonalValues,
    Reveal,
    SourceOpenings,
    Timeline,
  ],
  exports: [SourceOpenings],
})
export class CasesModule {}
