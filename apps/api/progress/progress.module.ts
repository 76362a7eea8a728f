import { Module } from '@nestjs/common';
import { CaseCoreModule } from '../cases/case-core.module';
import { ProgressController } from './progress.controller';
import { PublicCases } from './public-cases';

@Module({
  imports: [CaseCoreModule],
  controllers: [ProgressController],
  providers: [PublicCases],
  exports: [PublicCases],
})
export class ProgressModule {}
