import type { Pool } from 'pg';
import type { QueueState } from './engine-eyes';

export type FaultKind = 'taskFailing' | 'runMissing' | 'runUnexpected';
export interface Fault {
  caseNo: string;
  kind: FaultKind;
  code: string;
  detail: string;
}

/** The tables that the sweep alone writes: `run_fault`, `queue_state`, `sweep`; it also takes away troubles that nothing tries any more. */
export function createRunFaultStore(pool: Pool) {
  const all = async <T>(text: string, values: unknown[] = []): Promise<T[]> => (await pool.query(text, values)).rows;
  const cases = async (text: string, values: unknown[] = []): Promise<string[]> =>
    (await all<{ case_no: string }>(text, values)).map((row) => row.case_no);
  return {
    async seenTo(name: string): Promise<Date | undefined> {
      return (await all<{ seen_to: Date }>('select seen_to from sweep where name = $1', [name]))[0]?.seen_to;
    },
    async seen(name: string, to: Date, tookMs: number): Promise<void> {
      await all(
        `insert into sweep (name, seen_to, at, took_ms) values ($1, $2, now(), $3)
         on conflict (name) do update set seen_to = excluded.seen_to, at = now(), took_ms = excluded.took_ms`,
        [name, to, tookMs],
      );
    },
    faults: (kind: FaultKind) => cases('select case_no from run_fault where kind = $1', [kind]),
    async put({ caseNo, kind, code, detail }: Fault): Promise<void> {
      await all(
        `insert into run_fault (case_no, kind, code, detail) values ($1, $2, $3, $4)
         on conflict (case_no, kind) do update set code = excluded.code, detail = excluded.detail, at = now()`,
        [caseNo, kind, code, detail],
      );
    },
    async clear(kind: FaultKind, gone: readonly string[]): Promise<void> {
      await all('delete from run_fault where kind = $1 and case_no = any($2)', [kind, gone]);
    },
    /** Of these, the cases whose run should be there: they have not ended. */
    unended: (caseNos: readonly string[]) =>
      cases('select case_no from case_file where case_no = any($1) and not ended', [caseNos]),
    allUnended: () => cases('select case_no from case_file where not ended order by case_no'),
    /** Cases with a trouble that nobody has repeated for a while. */
    quietTroubles: () =>
      cases(
        `select distinct case_no from trouble where case_no <> '' and activity <> 'record' and at < now() - interval '15 seconds' limit 200`,
      ),
    async dropTroubles(caseNo: string, pending: readonly string[]): Promise<void> {
      await all(`delete from trouble where case_no = $1 and activity <> 'record' and activity <> all($2)`, [
        caseNo,
        pending,
      ]);
    },
    /** A write that is still tried notes itself again within half a minute. */
    dropQuietWrites: () =>
      all(`delete from trouble where case_no <> '' and activity = 'record' and at < now() - interval '90 seconds'`),
    async putQueues(states: readonly QueueState[]): Promise<void> {
      await all(
        `insert into queue_state (queue, type, backlog, oldest_seconds, pollers, at)
         select queue, type, backlog, "oldestSeconds", pollers, now() from jsonb_to_recordset($1::jsonb)
           as r (queue text, type text, backlog integer, "oldestSeconds" integer, pollers integer)
         on conflict (queue, type) do update set backlog = excluded.backlog, oldest_seconds = excluded.oldest_seconds,
           pollers = excluded.pollers, at = now()`,
        [JSON.stringify(states)],
      );
    },
  };
}

export type RunFaultStore = ReturnType<typeof createRunFaultStore>;
