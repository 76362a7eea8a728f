import type { Actor, BulkKind } from '@due-process/contracts';
import type { Pool } from 'pg';

/** How the work of a case stood before, and for an undoing where it goes back to. */
export interface Standing {
  assignee?: string | null;
  unit?: string | null;
}

export interface BulkRun {
  id: string;
  agency: string;
  kind: BulkKind | 'undo';
  input: { to?: string; unit?: string; text?: string };
  reason: string;
  state: string;
  actor: Actor;
}

export interface BulkLine {
  caseNo: string;
  taskKey: string;
  attempts: number;
  before: Standing;
  /** As the case stands now; absent when the task is done or the case is closed. */
  now?: { version: number; assignee: string | null; unit: string };
}

export interface LineResult {
  state: 'done' | 'failed' | 'skipped';
  code?: string;
  detail?: string;
  before?: Standing;
}

export interface SettledLine {
  line: BulkLine;
  result: LineResult;
}

export function createBulkStore(pool: Pool) {
  return {
    async run(id: string): Promise<BulkRun | undefined> {
      const { rows } = await pool.query<BulkRun>(
        'select id, agency, kind, input, reason, state, actor from bulk_run where id = $1',
        [id],
      );
      return rows[0];
    },
    async pending(id: string, limit: number): Promise<BulkLine[]> {
      const { rows } = await pool.query<BulkLine>(
        `select l.case_no as "caseNo", l.task_key as "taskKey", l.attempts, l.before,
           case when t.key is not null then json_build_object('version', c.version, 'assignee', t.assignee, 'unit', t.unit) end as now
         from bulk_line l
         left join case_file c on c.case_no = l.case_no and c.open
         left join task t on t.case_no = c.case_no and t.key = l.task_key and not t.done
         where l.run_id = $1 and l.state = 'pending' order by l.case_no, l.task_key limit $2`,
        [id, limit],
      );
      return rows;
    },
    async version(caseNo: string): Promise<number | undefined> {
      const { rows } = await pool.query<{ version: number }>('select version from case_file where case_no = $1', [
        caseNo,
      ]);
      return rows[0]?.version;
    },
    /** Which of these commands their cases have done already: a page that was cut off had told them and could not note it. */
    async told(commands: { caseNo: string; key: string }[]): Promise<Set<string>> {
      const { rows } = await pool.query<{ key: string }>(
        `select command_key as key from unnest($1::text[], $2::text[]) as told (case_no, command_key)
          where exists (select from case_event e
            where e.case_no = told.case_no and e.command_key = told.command_key and e.voided_at is null)`,
        [commands.map(({ caseNo }) => caseNo), commands.map(({ key }) => key)],
      );
      return new Set(rows.map(({ key }) => key));
    },
    /** Writes down what became of the lines, and says in what state the run is now: it may have been stopped meanwhile. */
    async settle(id: string, settled: SettledLine[]): Promise<string> {
      const rows = settled.map(({ line: { caseNo, taskKey }, result }) => ({ caseNo, taskKey, ...result }));
      const { rows: runs } = await pool.query<{ state: string }>(
        `with settled as (
           update bulk_line l set state = r.state, code = r.code, detail = r.detail, before = coalesce(r.before, l.before),
             attempts = attempts + 1, at = now()
           from json_to_recordset($2::json) as r ("caseNo" text, "taskKey" text, state text, code text, detail text, before jsonb)
           where l.run_id = $1 and l.case_no = r."caseNo" and l.task_key = r."taskKey")
         select state from bulk_run where id = $1`,
        [id, JSON.stringify(rows)],
      );
      return runs[0]?.state ?? 'cancelled';
    },
    async left(id: string): Promise<number> {
      const { rows } = await pool.query<{ n: number }>(
        `select count(*)::int as n from bulk_line where run_id = $1 and state = 'pending'`,
        [id],
      );
      return rows[0]?.n ?? 0;
    },
    async finish(id: string, state: 'finished' | 'cancelled'): Promise<void> {
      await pool.query('update bulk_run set state = $2, finished_at = now() where id = $1', [id, state]);
    },
    /** The colleague whom the work goes to, with the posts held now. */
    async colleague(id: string): Promise<Actor | undefined> {
      const { rows } = await pool.query<Actor>(
        'select id, roles, units, agency from account where id = $1 and active',
        [id],
      );
      return rows[0];
    },
  };
}

export type BulkStore = ReturnType<typeof createBulkStore>;
