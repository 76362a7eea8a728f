import { Global, Module } from '@nestjs/common';
import { loadKeys, type Keys } from '@due-process/secrets';
import { CONFIG, type Config } from '../config/config';

export const KEYS = Symbol('keys');

/** The installation's keys, read once; a process without them does not start. */
@Global()
@Module({
  providers: [{ provide: KEYS, inject: [CONFIG], useFactory: (config: Config): Keys => loadKeys(config.keysPath) }],
  exports: [KEYS],
})
export class KeysModule {}
