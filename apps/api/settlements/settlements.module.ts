import { Module } from '@nestjs/common';
import { CaseCoreModule } from '../cases/case-core.module';
import { ExchangeModule } from '../exchange/exchange.module';
import { WorklistModule } from '../worklist/worklist.module';
import { CardDataController } from './card-data.controller';
import { CardDataStore } from './card-data.store';
import { InstitutionsController } from './institutions.controller';
import { InstitutionsStore } from './institutions.store';
import { SettlementLinesController } from './settlement-lines.controller';
import { SettlementLinesStore } from './settlement-lines.store';
import { SettlementCasesStore } from './settlement-cases.store';
import { Settlements } from './settlements.service';

@Module({
  imports: [CaseCoreModule, ExchangeModule, WorklistModule],
  controllers: [CardDataController, InstitutionsController, SettlementLinesController],
  providers: [CardDataStore, InstitutionsStore, SettlementCasesStore, SettlementLinesStore, Settlements],
})
export class SettlementsModule {}
