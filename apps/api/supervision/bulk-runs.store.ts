import { Injectable } from '@nestjs/common';
import type { Actor, BulkKind } from '@due-process/contracts';
import type { EntityManager } from 'typeorm';
import { Database } from '../platform/database/database';
import type { BulkInput } from './supervision.schemas';

export interface BulkRunRow {
  id: string;
  kind: BulkKind | 'undo';
  input: { to?: string; unit?: string; text?: string; undoes?: string };
  reason: string;
  state: 'previewed' | 'running' | 'paused' | 'cancelled' | 'finished';
  createdBy: string;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  total: number;
  pending: number;
  done: number;
  failed: number;
  skipped: number;
}

const counted = `
  select r.id, r.kind, r.input, r.reason, r.state, r.created_by as "createdBy", r.created_at as "createdAt",
         r.started_at as "startedAt", r.finished_at as "finishedAt", l.*
    from bulk_run r left join lateral (
      select count(*)::int as total, count(*) filter (where state = 'pending')::int as pending, count(*) filter (where state = 'done')::int as done,
             count(*) filter (where state = 'failed')::int as failed, count(*) filter (where state = 'skipped')::int as skipped
        from bulk_line where run_id = r.id) l on true`;

/** Runs and their lines as they are previewed; what becomes of a line is written by the worker. */
@Injectable()
export class BulkRunStore {
  constructor(private readonly database: Database) {}

  /** One run whose lines are the open tasks that the conditions name. $3: today. */
  create(actor: Actor, { kind, reason, select, to, unit, text }: BulkInput, today: string): Promise<string> {
    return this.database.transaction(async (manager) => {
      const input = { ...(to ? { to } : {}), ...(unit ? { unit } : {}), ...(text ? { text } : {}) };
      const id = await this.insert(manager, actor, kind, input, reason);
      await manager.query(
        `insert into bulk_line (run_id, case_no, task_key, before)
         select $1, c.case_no, t.key, json_build_object('assignee', t.assignee, 'unit', t.unit)
           from case_file c join task t on t.case_no = c.case_no and not t.done
          where c.agency = $2 and c.open and ($4::text is null or t.assignee = $4) and ($5::text is null or t.unit = $5)
            and ($6::text is null or c.item_code = $6) and ($7::text[] is null or c.case_no = any($7))
            and case $8::text when 'red' then not c.paused and (c.due_on < $3::date or c.step_due_on < $3::date)
                  when 'yellow' then not c.paused and c.due_on >= $3::date and c.yellow_on <= $3::date else true end
          limit 20000`,
        [
          id,
          actor.agency,
          today,
          select.assignee ?? null,
          select.unit ?? null,
          select.item ?? null,
          select.caseNos ?? null,
          select.light ?? null,
        ],
      );
      return id;
    });
  }

  /** Another run that takes back what this one did; its lines know where the work goes back to. */
  undo(actor: Actor, run: BulkRunRow): Promise<string> {
    return this.database.transaction(async (manager) => {
      const input = { ...run.input, undoes: run.id };
      const id = await this.insert(manager, actor, 'undo', input, `撤回：${run.reason}`.slice(0, 200));
      await manager.query(
        `insert into bulk_line (run_id, case_no, task_key, before)
         select $1, case_no, task_key, before from bulk_line where run_id = $2 and state = 'done'`,
        [id, run.id],
      );
      return id;
    });
  }

  async one(id: string, agency: string): Promise<BulkRunRow | undefined> {
    const [row] = await this.database.query<BulkRunRow>(`${counted} where r.id = $1 and r.agency = $2`, [id, agency]);
    return row;
  }

  list(agency: string): Promise<BulkRunRow[]> {
    return this.database.query<BulkRunRow>(`${counted} where r.agency = $1 order by r.created_at desc limit 50`, [
      agency,
    ]);
  }

  /** What came of the cases; those that failed first, since they are what is looked for. */
  lines(
    id: string,
  ): Promise<{ caseNo: string; taskKey: string; state: string; code: string | null; detail: string | null }[]> {
    return this.database.query(
      `select case_no as "caseNo", task_key as "taskKey", state, code, detail from bulk_line where run_id = $1
        order by array_position(array['failed', 'skipped', 'pending', 'done'], state), case_no limit 500`,
      [id],
    );
  }

  /** Takes the run to another state, once; whoever confirms is who acts. */
  async turn(id: string, from: readonly string[], to: string, actor?: Actor): Promise<boolean> {
    const rows = await this.database.query(
      `with turned as (update bulk_run set state = $3, actor = coalesce($4::jsonb, actor),
         started_at = case when $3 = 'running' then coalesce(started_at, now()) else started_at end,
         finished_at = case when $3 = 'running' then null else finished_at end
       where id = $1 and state = any($2) returning 1) select * from turned`,
      [id, from, to, actor ? JSON.stringify(actor) : null],
    );
    return rows.length > 0;
  }

  async failedAgain(id: string): Promise<void> {
    await this.database.query(`update bulk_line set state = 'pending' where run_id = $1 and state = 'failed'`, [id]);
  }

  private async insert(
    manager: EntityManager,
    actor: Actor,
    kind: string,
    input: object,
    reason: string,
  ): Promise<string> {
    const rows: { id: string }[] = await manager.query(
      `insert into bulk_run (agency, kind, input, reason, state, actor, created_by) values ($1, $2, $3, $4, 'previewed', $5, $6) returning id`,
      [actor.agency, kind, input, reason, JSON.stringify(actor), actor.id],
    );
    const [row] = rows;
    if (!row) throw new Error('the bulk run was not written');
    return row.id;
  }
}
