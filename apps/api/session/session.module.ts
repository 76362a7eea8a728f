import { Global, Module } from '@nestjs/common';
import { SessionReader } from '../platform/access/session-reader';
import { Accounts } from './accounts';
import { DemoSessionController } from './demo-session.controller';
import { Entrance } from './entrance';
import { FailedAttempts } from './failed-attempts';
import { SessionController } from './session.controller';
import { Sessions } from './sessions';

/** Global, since the guard of every route reads sessions. */
@Global()
@Module({
  controllers: [DemoSessionController, SessionController],
  providers: [Accounts, Entrance, FailedAttempts, Sessions, { provide: SessionReader, useExisting: Sessions }],
  exports: [SessionReader],
})
export class SessionModule {}
