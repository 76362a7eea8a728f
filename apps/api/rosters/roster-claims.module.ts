import { Module } from '@nestjs/common';
import { RosterClaims } from './roster-claims';
import { RosterStore } from './roster.store';

/** What the case resource needs of rosters, without their routes. */
@Module({ providers: [RosterClaims, RosterStore], exports: [RosterClaims, RosterStore] })
export class RosterClaimsModule {}
