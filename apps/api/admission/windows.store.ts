import { Injectable } from '@nestjs/common';
import type { AcceptanceWindow, Restriction, WindowData, WindowKind } from '@due-process/contracts';
import type { EntityManager } from 'typeorm';
import { Database } from '../platform/database/database';

/** A window as it is listed: with its state and how many came in under it. */
export interface ListedWindow extends AcceptanceWindow {
  publishedBy: string | null;
  publishedAt: string;
  withdrawnAt: string | null;
  withdrawalReason: string | null;
  admitted: number;
  /** How far a round is; absent for other windows and before it begins. */
  step: string | null;
}

/** One application under a window. */
export interface AdmittedCase {
  caseNo: string;
  itemCode: string;
  applicant: string | null;
  receivedOn: string;
  phase: string | null;
  outcome: string | null;
  stage: string | null;
  told: string[];
}

export interface NewWindow {
  id: string;
  region: string;
  kind: WindowKind;
  itemCodes: string[];
  name: string;
  from: string;
  to: string;
  data: WindowData;
  publishedBy: string;
}

const columns = `id, region, kind, item_codes as "itemCodes", name, opens_on::text as "from", closes_on::text as "to", data`;
const listed = `${columns}, published_by as "publishedBy", published_at as "publishedAt", withdrawn_at as "withdrawnAt",
  withdrawal_reason as "withdrawalReason", (select count(*)::int from admission where window_id = acceptance_window.id) as admitted,
  (select step from round where round.window_id = acceptance_window.id) as step`;

/** Rows of published windows, of restrictions, and of what came in under which window. */
@Injectable()
export class WindowsStore {
  constructor(private readonly database: Database) {}

  async ofItem(region: string, kind: WindowKind, itemCode: string): Promise<AcceptanceWindow[]> {
    return this.database.query<AcceptanceWindow>(
      `select ${columns} from acceptance_window
        where region = $1 and kind = $2 and $3 = any(item_codes) and withdrawn_at is null order by opens_on`,
      [region, kind, itemCode],
    );
  }

  async list(region: string): Promise<ListedWindow[]> {
    return this.database.query<ListedWindow>(
      `select ${listed} from acceptance_window where region = $1 order by opens_on desc, id limit 200`,
      [region],
    );
  }

  async find(id: string, region: string): Promise<ListedWindow | undefined> {
    const [row] = await this.database.query<ListedWindow>(
      `select ${listed} from acceptance_window where id = $1 and region = $2`,
      [id, region],
    );
    return row;
  }

  /** @returns false when a window of this id is there already */
  async add(window: NewWindow): Promise<boolean> {
    const rows = await this.database.query<{ id: string }>(
      `insert into acceptance_window (id, region, kind, item_codes, name, opens_on, closes_on, data, published_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (id) do nothing returning id`,
      [
        window.id,
        window.region,
        window.kind,
        window.itemCodes,
        window.name,
        window.from,
        window.to,
        JSON.stringify(window.data),
        window.publishedBy,
      ],
    );
    return rows.length > 0;
  }

  async withdraw(id: string, by: string, reason: string): Promise<void> {
    await this.database.query(
      `update acceptance_window set withdrawn_at = now(), withdrawn_by = $2, withdrawal_reason = $3
        where id = $1 and withdrawn_at is null`,
      [id, by, reason],
    );
  }

  async admitted(windowId: string): Promise<AdmittedCase[]> {
    return this.database.query<AdmittedCase>(
      `select case_no as "caseNo", admission.item_code as "itemCode", applicant_masked as applicant,
              admission.received_on::text as "receivedOn", phase, outcome, stage_name as stage, told
         from admission left join case_file using (case_no) where window_id = $1 order by case_no limit 1000`,
      [windowId],
    );
  }

  /** Whom the round's agreements have designated: hospitals before pharmacies, by name. */
  async designated(
    windowId: string,
  ): Promise<{ kind: string; name: string; creditCode: string; from: string; to: string }[]> {
    return this.database.query(
      `select kind, name, credit_code as "creditCode", designated_on::text as "from", coalesce(agreed_until, ended_on)::text as "to"
         from (select case_no from admission where window_id = $1) admitted join designated_institution using (case_no)
        order by kind, name, credit_code`,
      [windowId],
    );
  }

  async restrictions(region: string, subject: string, itemCode: string): Promise<Restriction[]> {
    return this.database.query<Restriction>(
      `select id, region, subject, item_codes as "itemCodes", starts_on::text as "from", quantity, unit, until::text as until,
              reason, case_no as "caseNo"
         from restriction where region = $1 and subject = $2 and $3 = any(item_codes) and lifted_at is null`,
      [region, subject, itemCode],
    );
  }

  /** In the opening's transaction: the window's row is held, so that two openings never share the last place. */
  async taken(manager: EntityManager, windowId: string): Promise<number> {
    await manager.query('select 1 from acceptance_window where id = $1 for update', [windowId]);
    const rows: { count: number }[] = await manager.query(
      `select count(*)::int as count from admission left join case_file using (case_no)
        where window_id = $1 and coalesce(outcome, '') not in ('notAccepted', 'cancelled')`,
      [windowId],
    );
    return rows[0]?.count ?? 0;
  }

  async admit(
    manager: EntityManager,
    row: { caseNo: string; region: string; kind: WindowKind; windowId?: string; itemCode: string; receivedOn: string },
  ): Promise<void> {
    await manager.query(
      `insert into admission (case_no, region, kind, window_id, item_code, received_on) values ($1, $2, $3, $4, $5, $6)`,
      [row.caseNo, row.region, row.kind, row.windowId ?? null, row.itemCode, row.receivedOn],
    );
  }
}
