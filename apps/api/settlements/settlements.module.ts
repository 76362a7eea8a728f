import { Module } from '@nestjs/common';
import { CaseCoreModule } from '../cases/case-core.module';
import { ExchangeModule } from '../exchange/exchange.module';
import { WorklistModule } from '../worklist/worklist.module';
import { CardDataController } from './card-data.controller';
import { CardDataStore } from './card-data.store';
import { InstitutionsController } from './institutions.controller';
import { InstitutionsStore } from './institutions.store';
import { SettlementCasesStore } from './settlement-cases.store';
import { Settlements } from './settlements.service';

@Module({
  imports: [CaseCoreModule, ExchangeModule, WorklistModule],
  controllers: [CardDataController, InstitutionsController],
  providers: [CardDataStore, InstitutionsStore, SettlementCasesStore, Settlements],
})
export class SettlementsModule {}
