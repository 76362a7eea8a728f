import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { OutsideRole, Role } from '@due-process/contracts';
import { Database } from '../platform/database/database';

export interface Organisation {
  id: string;
  kind: OutsideRole;
  name: string;
  /** Region of the agency it works with; null for persons. */
  agency: string | null;
  /** Somebody there can sign in. */
  staffed: boolean;
}

const keptForMs = 60_000;

/** The organisations outside the agencies, by id. There are few thousand in a city and they change seldom: the list is kept for a minute. */
@Injectable()
export class Organisations implements OnApplicationBootstrap {
  private readonly log = new Logger('Organisations');
  private known: ReadonlyMap<string, Organisation> = new Map();
  private readUntil = 0;

  constructor(private readonly database: Database) {}

  onApplicationBootstrap(): void {
    this.refresh().catch((error: unknown) =>
      this.log.warn({ err: error }, 'organisations were not read; the next request asks again'),
    );
  }

  /** Brings the list up to date; `named` and `byId` answer from it. */
  async refresh(): Promise<void> {
    if (this.readUntil > Date.now()) return;
    const rows = await this.database.query<Organisation>(
      `select id, kind, name, agency, exists (select 1 from account where account.organisation = organisation.id and active) as staffed
         from organisation order by name`,
    );
    this.known = new Map(rows.map((row) => [row.id, row]));
    this.readUntil = Date.now() + keptForMs;
  }

  byId(id: string): Organisation | undefined {
    return this.known.get(id);
  }

  /** Those of an agency's region, of the kinds asked for; persons are never listed. */
  listed(agency: string | undefined, kinds?: readonly Role[]): Organisation[] {
    return [...this.known.values()].filter(
      (one) =>
        one.kind !== 'person' &&
        (agency === undefined || one.agency === agency) &&
        (kinds === undefined || kinds.includes(one.kind)),
    );
  }
}
