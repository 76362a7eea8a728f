import { Module } from '@nestjs/common';
import { ItemsModule } from '../items/items.module';
import { AdmissionDesk } from './admission';
import { WindowsController } from './windows.controller';
import { Windows } from './windows.service';
import { WindowsStore } from './windows.store';

/** 受理期间 and what is refused before an application gets a number. */
@Module({
  imports: [ItemsModule],
  controllers: [WindowsController],
  providers: [AdmissionDesk, Windows, WindowsStore],
  exports: [AdmissionDesk],
})
export class AdmissionModule {}
