import { Module } from '@nestjs/common';
import { CaseCoreModule } from '../cases/case-core.module';
import { ColleaguesController } from './colleagues.controller';
import { PlacesController } from './places.controller';

/** Who and where: what pickers of screens offer. */
@Module({ imports: [CaseCoreModule], controllers: [ColleaguesController, PlacesController] })
export class DirectoryModule {}
