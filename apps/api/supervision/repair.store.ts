import { Injectable } from '@nestjs/common';
import type { CaseClass, RepairKind } from '@due-process/contracts';
import { Database } from '../platform/database/database';
import type { RepairInput } from './supervision.schemas';

export interface RepairRow {
  repairNo: string;
  caseNo: string;
  agency: string;
  kind: RepairKind;
  reason: string;
  input: Omit<RepairInput, 'kind' | 'reason'>;
  state: 'proposed' | 'declined' | 'confirmed' | 'done' | 'failed' | 'moved' | 'notMoved';
  classBefore: string;
  classAfter: string | null;
  proposedBy: string;
  proposedAt: string;
  confirmedBy: string | null;
  confirmedAt: string | null;
  doneAt: string | null;
  checkedAt: string | null;
  error: string | null;
  alarmsUntil: string | null;
}

const columns = `repair_no as "repairNo", case_no as "caseNo", agency, kind, reason, input, state, class_before as "classBefore",
  class_after as "classAfter", proposed_by as "proposedBy", proposed_at as "proposedAt", confirmed_by as "confirmedBy",
  confirmed_at as "confirmedAt", done_at as "doneAt", checked_at as "checkedAt", error, alarms_until as "alarmsUntil"`;

/** Repairs as rows; the sweep alone writes whether the case moved. */
@Injectable()
export class RepairStore {
  constructor(private readonly database: Database) {}

  async classOf(caseNo: string): Promise<
    | {
        class: CaseClass;
        cause: string;
        code: string | null;
        attempt: number | null;
        detail: string | null;
        since: Date;
        waitsAt: string | null;
        until: string | null;
      }
    | undefined
  > {
    const [row] = await this.database.query<never>(
      `select class, cause, code, attempt, detail, since, waits_at as "waitsAt", waits_until::text as until from case_class where case_no = $1`,
      [caseNo],
    );
    return row;
  }

  async propose(
    row: Pick<RepairRow, 'caseNo' | 'agency' | 'kind' | 'reason' | 'input' | 'classBefore' | 'proposedBy'>,
    seq: number,
  ): Promise<RepairRow> {
    return this.database.transaction(async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtextextended('repair:' || $1, 0))`, [row.caseNo]);
      const rows: RepairRow[] = await manager.query(
        `insert into repair (repair_no, case_no, agency, kind, reason, input, state, class_before, seq_before, proposed_by)
         select $1 || '-R' || lpad((count(*) + 1)::text, 2, '0'), $1, $2, $3, $4, $5, 'proposed', $6, $7, $8 from repair where case_no = $1
         returning ${columns}`,
        [row.caseNo, row.agency, row.kind, row.reason, row.input, row.classBefore, seq, row.proposedBy],
      );
      const [made] = rows;
      if (!made) throw new Error('the repair was not written');
      return made;
    });
  }

  /** Takes a proposal for doing, once. From now on the case does not alarm. */
  async confirm(repairNo: string, by: string, seq: number): Promise<RepairRow | undefined> {
    return this.changed(
      `state = 'confirmed', confirmed_by = $2, confirmed_at = now(), seq_before = $3,
       alarms_from = now(), alarms_until = now() + make_interval(mins => (input->>'alarmMinutes')::integer)`,
      repairNo,
      'proposed',
      [by, seq],
    );
  }

  decline(repairNo: string, by: string, why: string): Promise<RepairRow | undefined> {
    return this.changed(
      `state = 'declined', confirmed_by = $2, confirmed_at = now(), error = $3`,
      repairNo,
      'proposed',
      [by, why],
    );
  }

  done(repairNo: string): Promise<RepairRow | undefined> {
    return this.changed(`state = 'done', done_at = now()`, repairNo, 'confirmed', []);
  }

  failed(repairNo: string, why: string): Promise<RepairRow | undefined> {
    return this.changed(`state = 'failed', done_at = now(), error = $2, alarms_until = now()`, repairNo, 'confirmed', [
      why,
    ]);
  }

  async one(repairNo: string, agency: string): Promise<RepairRow | undefined> {
    const [row] = await this.database.query<RepairRow>(
      `select ${columns} from repair where repair_no = $1 and agency = $2`,
      [repairNo, agency],
    );
    return row;
  }

  list(agency: string, { caseNo, open }: { caseNo?: string | undefined; open: boolean }): Promise<RepairRow[]> {
    return this.database.query<RepairRow>(
      `select ${columns} from repair where agency = $1 and ($2::text is null or case_no = $2)
         and (not $3 or state in ('proposed', 'confirmed', 'done', 'notMoved')) order by proposed_at desc limit 200`,
      [agency, caseNo ?? null, open],
    );
  }

  /** Tells those who may confirm that something waits for them. */
  async tell({ repairNo, caseNo, agency }: RepairRow, text: string, roles: readonly string[]): Promise<void> {
    await this.database.query(
      `insert into message (case_no, key, agency, role, kind, text)
       select $1, 'repair:' || $2 || ':' || role, $3, role, 'repair', $4 from unnest($5::text[]) role on conflict (case_no, key) do nothing`,
      [caseNo, repairNo, agency, text, roles],
    );
  }

  private async changed(
    set: string,
    repairNo: string,
    from: string,
    values: unknown[],
  ): Promise<RepairRow | undefined> {
    const [row] = await this.database.query<RepairRow>(
      `with changed as (update repair set ${set} where repair_no = $1 and state = '${from}' returning *) select ${columns} from changed`,
      [repairNo, ...values],
    );
    return row;
  }
}
