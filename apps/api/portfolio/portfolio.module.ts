import { Module } from '@nestjs/common';
import { CaseCoreModule } from '../cases/case-core.module';
import { PortfolioController } from './portfolio.controller';
import { Portfolio } from './portfolio.service';

@Module({ imports: [CaseCoreModule], controllers: [PortfolioController], providers: [Portfolio] })
export class PortfolioModule {}
