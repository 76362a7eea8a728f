import { Module } from '@nestjs/common';
import { CaseCoreModule } from '../cases/case-core.module';
import { RosterClaimsModule } from './roster-claims.module';
import { RosterLines } from './roster-lines.store';
import { RosterReceiver } from './roster-receiver';
import { RostersController } from './rosters.controller';

@Module({
  imports: [CaseCoreModule, RosterClaimsModule],
  controllers: [RostersController],
  providers: [RosterLines, RosterReceiver],
})
export class RostersModule {}
