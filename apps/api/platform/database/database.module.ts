import { Global, Module } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { Database } from './database';

@Global()
@Module({ providers: [Database, Audit], exports: [Database, Audit] })
export class DatabaseModule {}
