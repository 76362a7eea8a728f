import { Module } from '@nestjs/common';
import { CaseCoreModule } from '../cases/case-core.module';
import { ItemsModule } from '../items/items.module';
import { AdmissionDesk } from './admission';
import { RestrictionsController } from './restrictions.controller';
import { Restrictions } from './restrictions.service';
import { RestrictionsStore } from './restrictions.store';
import { RoundListController } from './round-list.controller';
import { WindowsController } from './windows.controller';
import { Windows } from './windows.service';
import { WindowsStore } from './windows.store';

/** 受理期间 and what is refused before an application gets a number. */
@Module({
  imports: [CaseCoreModule, ItemsModule],
  controllers: [RoundListController, WindowsController, RestrictionsController],
  providers: [AdmissionDesk, Restrictions, RestrictionsStore, Windows, WindowsStore],
  exports: [AdmissionDesk],
})
export class AdmissionModule {}
