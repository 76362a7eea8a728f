import { Module } from '@nestjs/common';
import { CaseCoreModule } from '../cases/case-core.module';
import { WorklistController } from './worklist.controller';
import { Worklist } from './worklist.service';

@Module({ imports: [CaseCoreModule], controllers: [WorklistController], providers: [Worklist], exports: [Worklist] })
export class WorklistModule {}
