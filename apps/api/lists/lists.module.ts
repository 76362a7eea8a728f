import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { ExchangeModule } from '../exchange/exchange.module';
import { ItemsModule } from '../items/items.module';
import { ListDesk } from './list-desk';
import { ListRules } from './list-rules';
import { ListStore } from './list.store';
import { ListsController } from './lists.controller';

@Module({
  imports: [CasesModule, ExchangeModule, ItemsModule],
  controllers: [ListsController],
  providers: [ListDesk, ListRules, ListStore],
})
export class ListsModule {}
