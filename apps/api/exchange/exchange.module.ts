import { Module } from '@nestjs/common';
import { CaseCoreModule } from '../cases/case-core.module';
import { ExchangeSignature } from './exchange-signature';
import { ExchangeController } from './exchange.controller';
import { LetterDesk } from './letter-desk';
import { LetterInbox } from './letter-inbox.store';
import { LetterMatching } from './letter-matching';
import { UnmatchedController } from './unmatched.controller';

@Module({
  imports: [CaseCoreModule],
  controllers: [UnmatchedController, ExchangeController],
  providers: [ExchangeSignature, LetterDesk, LetterInbox, LetterMatching],
  exports: [ExchangeSignature, LetterMatching],
})
export class ExchangeModule {}
