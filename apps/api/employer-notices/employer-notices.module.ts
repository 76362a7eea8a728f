import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { ExchangeModule } from '../exchange/exchange.module';
import { ItemsModule } from '../items/items.module';
import { EmployerNoticesController } from './employer-notices.controller';
import { EmployerNotices } from './employer-notices';

@Module({
  imports: [CasesModule, ExchangeModule, ItemsModule],
  controllers: [EmployerNoticesController],
  providers: [EmployerNotices],
})
export class EmployerNoticesModule {}
