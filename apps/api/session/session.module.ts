import { Global, Module } from '@nestjs/common';
import { SessionReader } from '../platform/access/session-reader';
import { Accounts } from './accounts';
import { FailedAttempts } from './failed-attempts';
import { SessionController } from './session.controller';
import { Sessions } from './sessions';

/** Global, since the guard of every route reads sessions. */
@Global()
@Module({
  controllers: [SessionController],
  providers: [Accounts, FailedAttempts, Sessions, { provide: SessionReader, useExisting: Sessions }],
  exports: [SessionReader],
})
export class SessionModule {}
