import { Injectable } from '@nestjs/common';
import type { CalendarNotice, WorkCalendar } from '@due-process/contracts';
import { Database } from '../platform/database/database';

export interface VersionRow {
  version: string;
  ordinal: number;
  calendar: WorkCalendar;
  notices: CalendarNotice[];
  state: 'draft' | 'proposed' | 'published';
  created_by: string | null;
  created_by_name: string | null;
  created_at: Date;
  proposed_by: string | null;
  proposed_by_name: string | null;
  proposed_at: Date | null;
  confirmed_by: string | null;
  confirmed_by_name: string | null;
  published_at: Date | null;
}

export interface RedatingRow {
  state: 'running' | 'finished';
  expected: number;
  told: number;
  failed: number;
  started_at: Date;
  finished_at: Date | null;
}

export interface NewDraft {
  version: string;
  calendar: WorkCalendar;
  notices: CalendarNotice[];
  by: string;
}

const select = `
  SELECT v.*, c.display_name AS created_by_name, p.display_name AS proposed_by_name, k.display_name AS confirmed_by_name
  FROM calendar_version v
  LEFT JOIN account c ON c.id = v.created_by
  LEFT JOIN account p ON p.id = v.proposed_by
  LEFT JOIN account k ON k.id = v.confirmed_by`;

/** Every change is one statement that names the state it starts from: two people at once, and one of them finds nothing to change. */
@Injectable()
export class CalendarVersions {
  constructor(private readonly database: Database) {}

  all(): Promise<VersionRow[]> {
    return this.database.query<VersionRow>(`${select} ORDER BY v.ordinal DESC`);
  }

  async one(version: string): Promise<VersionRow | undefined> {
    const [row] = await this.database.query<VersionRow>(`${select} WHERE v.version = $1`, [version]);
    return row;
  }

  async redating(version: string): Promise<RedatingRow | undefined> {
    const [row] = await this.database.query<RedatingRow>(
      'SELECT state, expected, told, failed, started_at, finished_at FROM redating WHERE version = $1',
      [version],
    );
    return row;
  }

  /** False when the version's name was taken in the meantime. */
  async insertDraft({ version, calendar, notices, by }: NewDraft): Promise<boolean> {
    const rows = await this.database.query(
      `INSERT INTO calendar_version (version, ordinal, calendar, notices, state, created_by)
       SELECT $1, coalesce(max(ordinal), 0) + 1, $2, $3, 'draft', $4 FROM calendar_version
       ON CONFLICT DO NOTHING RETURNING version`,
      [version, JSON.stringify(calendar), JSON.stringify(notices), by],
    );
    return rows.length > 0;
  }

  async propose(version: string, by: string): Promise<void> {
    await this.database.query(
      `UPDATE calendar_version SET state = 'proposed', proposed_by = $2, proposed_at = now()
       WHERE version = $1 AND state = 'draft'`,
      [version, by],
    );
  }

  /**
   * Makes a proposal the newest published version, if it was proposed by another and nothing was published since it was drafted from
   * `base`. The lock keeps two confirmations of different versions apart.
   */
  async publish(version: string, by: string, base: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext('calendar_version'))`);
      await manager.query(
        `UPDATE calendar_version
         SET state = 'published', confirmed_by = $2, confirmed_at = now(), published_at = now(),
             ordinal = (SELECT max(ordinal) + 1 FROM calendar_version)
         WHERE version = $1 AND state = 'proposed' AND proposed_by <> $2
           AND $3 = (SELECT version FROM calendar_version WHERE state = 'published' ORDER BY ordinal DESC LIMIT 1)`,
        [version, by, base],
      );
    });
  }
}
