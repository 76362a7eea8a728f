import type { Pool } from 'pg';

export interface FailingActivity {
  /** Absent for set-based work, which belongs to no case. */
  caseNo?: string;
  /** Activity and key: the same failing thing, however often it is tried. */
  subject: string;
}

/** What supervision shows as "retrying (n, last error)": numbers and codes, nothing about a person. */
export interface TroubleStore {
  failed(activity: FailingActivity, attempt: number, code: string): Promise<void>;
  recovered(activity: FailingActivity): Promise<void>;
}

const kind = 'activity';

export function createTroubleStore(pool: Pool): TroubleStore {
  return {
    async failed({ caseNo, subject }, attempt, code) {
      await pool.query(
        `insert into trouble (case_no, kind, subject, attempts, last_error) values ($1, $2, $3, $4, $5)
         on conflict (coalesce(case_no, ''), kind, subject) where resolved_at is null
         do update set attempts = excluded.attempts, last_error = excluded.last_error, last_at = now()`,
        [caseNo ?? null, kind, subject, attempt, code],
      );
    },
    async recovered({ caseNo, subject }) {
      await pool.query(
        `update trouble set resolved_at = now()
         where coalesce(case_no, '') = $1 and kind = $2 and subject = $3 and resolved_at is null`,
        [caseNo ?? '', kind, subject],
      );
    },
  };
}
