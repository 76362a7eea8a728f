import { Module } from '@nestjs/common';
import { CaseCoreModule } from '../cases/case-core.module';
import { WorklistModule } from '../worklist/worklist.module';
import { AbsencesController } from './absences.controller';
import { Absences } from './absences.service';
import { Board } from './board.service';
import { BulkRunStore } from './bulk-runs.store';
import { BulkController } from './bulk.controller';
import { Bulk } from './bulk.service';
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
  controllers: [SupervisionController, RepairsController, BulkController, AbsencesController],
  providers: [Absences, Board, Bulk, BulkRunStore, Orders, Repairs, RepairDoing, RepairStore, Stuck, SupervisedCases],
})
export class SupervisionModule {}
