import { Module } from '@nestjs/common';
import { CaseCoreModule } from '../cases/case-core.module';
import { WorklistModule } from '../worklist/worklist.module';
import { Board } from './board.service';
import { Orders } from './orders.service';
import { RepairDoing } from './repair-doing';
import { RepairStore } from './repair.store';
import { RepairsController } from './repairs.controller';
import { Repairs } from './repairs.service';
import { Stuck } from './stuck.service';
import { SupervisedCases } from './supervised-cases.service';
import { SupervisionController } from './supervision.controller';

@Module({
  imports: [CaseCoreModule, WorklistModule],
  controllers: [SupervisionController, RepairsController],
  providers: [Board, Orders, Repairs, RepairDoing, RepairStore, Stuck, SupervisedCases],
})
export class SupervisionModule {}
