import { Injectable } from '@nestjs/common';
import type { PushedLineState } from '@due-process/entities';
import { Database } from '../platform/database/database';
import type { PushedList } from './list.schemas';

export interface WaitingLine {
  sender: string;
  listNo: string;
  line: number;
  agency: string;
  kind: string;
  bodySealed: string;
}

export interface LineAnswer {
  line: number;
  state: PushedLineState;
  caseNo: string | null;
  reason: string | null;
  /** How its case ended, once it has. */
  outcome: string | null;
  outcomeReason: string | null;
}

export interface Counts {
  lines: number;
  opened: number;
  refused: number;
  waiting: number;
}

@Injectable()
export class ListStore {
  constructor(private readonly database: Database) {}

  /** Stores a list and its lines, whole or not at all. Answers the hash of what stands under this number, and whether it stood there before. */
  async keep(
    sender: string,
    list: PushedList,
    given: { bodyHash: string; sealed: readonly string[] },
  ): Promise<{ bodyHash: string; repeated: boolean }> {
    return this.database.transaction(async (manager) => {
      const fresh: unknown[] = await manager.query(
        `insert into pushed_list (sender, list_no, agency, kind, department, issued_on, body_hash)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning list_no`,
        [sender, list.listNo, list.toAgency, list.kind, list.department, list.issuedOn, given.bodyHash],
      );
      if (fresh.length === 0) {
        const [kept] = await manager.query<{ bodyHash: string }[]>(
          'select body_hash as "bodyHash" from pushed_list where sender = $1 and list_no = $2',
          [sender, list.listNo],
        );
        return { bodyHash: kept?.bodyHash ?? '', repeated: true };
      }
      await manager.query(
        `insert into pushed_line (sender, list_no, line, body_sealed)
         select $1, $2, line, body from unnest($3::int[], $4::text[]) as given (line, body)`,
        [sender, list.listNo, list.lines.map(({ line }) => line), given.sealed],
      );
      return { bodyHash: given.bodyHash, repeated: false };
    });
  }

  /** Takes some of what waits; another process that looks at the same moment takes others. A fresh list is taken at once, a failed line after a while. */
  takeWaiting(limit: number): Promise<WaitingLine[]> {
    return this.database.query(
      `with taken as (
         update pushed_line set updated_at = now(), attempts = attempts + 1 where (sender, list_no, line) in (
           select sender, list_no, line from pushed_line
            where state = 'waiting' and (attempts = 0 or updated_at < now() - interval '10 seconds')
            order by updated_at limit $1 for update skip locked)
         returning sender, list_no, line, body_sealed)
       select taken.sender, taken.list_no as "listNo", line, body_sealed as "bodySealed", agency, kind
         from taken join pushed_list using (sender, list_no) order by line`,
      [limit],
    );
  }

  /** The line's own case; false when another line has opened it before. */
  async opened({ sender, listNo, line }: WaitingLine, caseNo: string): Promise<boolean> {
    const rows = await this.database.query(
      `with other as (select 1 from pushed_line where case_no = $4 and (sender, list_no, line) <> ($1, $2, $3)),
            mine as (update pushed_line set state = 'opened', case_no = $4, reason = null, updated_at = now()
                      where sender = $1 and list_no = $2 and line = $3 and not exists (select 1 from other) returning 1)
       select 1 from mine`,
      [sender, listNo, line, caseNo],
    );
    return rows.length > 0;
  }

  async refused({ sender, listNo, line }: WaitingLine, reason: string): Promise<void> {
    await this.database.query(
      `update pushed_line set state = 'refused', reason = $4, updated_at = now()
        where sender = $1 and list_no = $2 and line = $3 and state = 'waiting'`,
      [sender, listNo, line, reason],
    );
  }

  async counts(sender: string, listNo: string): Promise<Counts> {
    const [row] = await this.database.query<Counts>(
      `select count(*)::int as lines, count(*) filter (where state = 'opened')::int as opened,
              count(*) filter (where state = 'refused')::int as refused, count(*) filter (where state = 'waiting')::int as waiting
         from pushed_line where sender = $1 and list_no = $2`,
      [sender, listNo],
    );
    return row ?? { lines: 0, opened: 0, refused: 0, waiting: 0 };
  }

  lines(sender: string, listNo: string): Promise<LineAnswer[]> {
    return this.database.query(
      `select line, state, pushed_line.case_no as "caseNo", reason, outcome,
              (select data ->> 'reason' from case_event where case_event.case_no = pushed_line.case_no and type = 'concluded'
                and voided_at is null order by seq desc limit 1) as "outcomeReason"
         from pushed_line left join case_file using (case_no) where sender = $1 and list_no = $2 order by line`,
      [sender, listNo],
    );
  }
}
