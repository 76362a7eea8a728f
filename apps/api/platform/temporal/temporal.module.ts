import { Global, Module } from '@nestjs/common';
import { TemporalGateway } from './temporal-gateway';

@Global()
@Module({ providers: [TemporalGateway], exports: [TemporalGateway] })
export class TemporalModule {}
