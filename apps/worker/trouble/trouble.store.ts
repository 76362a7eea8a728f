import type { Pool } from 'pg';

/** The same failing thing, however often it is tried. */
export interface FailingActivity {
  /** Empty for set-based work, which belongs to no case. */
  caseNo: string;
  activity: string;
  /** The effect's own key; empty where an activity has none. */
  key: string;
}

/** What supervision shows as "retrying (n, last error)": numbers and codes, nothing about a person. */
export interface TroubleStore {
  failed(failing: FailingActivity, attempt: number, code: string): Promise<void>;
  recovered(failing: FailingActivity): Promise<void>;
}

export function createTroubleStore(pool: Pool): TroubleStore {
  return {
    async failed({ caseNo, activity, key }, attempt, code) {
      await pool.query(
        `insert into trouble (case_no, activity, key, attempt, code, since, at) values ($1, $2, $3, $4, $5, now(), now())
         on conflict (case_no, activity, key) do update set attempt = excluded.attempt, code = excluded.code, at = now()`,
        [caseNo, activity, key, attempt, code],
      );
    },
    async recovered({ caseNo, activity, key }) {
      await pool.query('delete from trouble where case_no = $1 and activity = $2 and key = $3', [
        caseNo,
        activity,
        key,
      ]);
    },
  };
}
