import { Module } from '@nestjs/common';
import { CaseCoreModule } from '../cases/case-core.module';
import { Board } from './board.service';
import { Orders } from './orders.service';
import { Stuck } from './stuck.service';
import { SupervisionController } from './supervision.controller';

@Module({ imports: [CaseCoreModule], controllers: [SupervisionController], providers: [Board, Orders, Stuck] })
export class SupervisionModule {}
