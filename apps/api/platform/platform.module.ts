import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { AccessGuard } from './access/access.guard';
import { ConfigModule } from './config/config.module';
import { DatabaseModule } from './database/database.module';
import { ProblemFilter } from './errors/problem.filter';
import { SchemaPipe } from './http/schema.pipe';
import { KeysModule } from './keys/keys.module';
import { LoggingModule } from './logging/logging.module';
import { MetricsModule } from './metrics/metrics.module';
import { TemporalModule } from './temporal/temporal.module';

/** What every resource stands on: configuration, log, database, engine, and the guard, filter and pipe that apply to all routes. */
@Module({
  imports: [
    ConfigModule,
    LoggingModule,
    KeysModule,
    DatabaseModule,
    TemporalModule,
    MetricsModule,
    ThrottlerModule.forRoot({ throttlers: [{ name: 'default', ttl: 60_000, limit: 30 }] }),
  ],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useFactory: () => new SchemaPipe() },
  ],
})
export class PlatformModule {}
