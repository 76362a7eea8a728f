import { Module } from '@nestjs/common';
import { ExchangeModule } from '../exchange/exchange.module';
import { CardDataController } from './card-data.controller';
import { CardDataStore } from './card-data.store';
import { InstitutionsController } from './institutions.controller';
import { InstitutionsStore } from './institutions.store';

@Module({
  imports: [ExchangeModule],
  controllers: [CardDataController, InstitutionsController],
  providers: [CardDataStore, InstitutionsStore],
})
export class SettlementsModule {}
