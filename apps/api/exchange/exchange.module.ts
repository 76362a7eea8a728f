import { Module } from '@nestjs/common';
import { CaseCoreModule } from '../cases/case-core.module';
import { ExchangeController } from './exchange.controller';
import { LetterDesk } from './letter-desk';
import { LetterInbox } from './letter-inbox.store';
import { LetterMatching } from './letter-matching';
import { UnmatchedController } from './unmatched.controller';

@Module({
  imports: [CaseCoreModule],
  controllers: [UnmatchedController, ExchangeController],
  providers: [LetterDesk, LetterInbox, LetterMatching],
  exports: [LetterMatching],
})
export class ExchangeModule {}
