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
    /** Whether the case has done this command already: a page that was cut off had told it and could not note it. */
    async wasDone(caseNo: string, key: string): Promise<boolean> {
      const { rowCount } = await pool.query(
        'select 1 from case_event where case_no = $1 and command_key = $2 and voided_at is null limit 1',
        [caseNo, key],
      );
      return rowCount === 1;
    },
    async settle(id: string, line: BulkLine, { state, code, detail, before }: LineResult): Promise<void> {
      await pool.query(
        `update bulk_line set state = $4, code = $5, detail = $6, before = coalesce($7::jsonb, before), attempts = attempts + 1, at = now()
         where run_id = $1 and case_no = $2 and task_key = $3`,
        [id, line.caseNo, line.taskKey, state, code ?? null, detail ?? null, before ? JSON.stringify(before) : null],
      );
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
