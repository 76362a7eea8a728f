import { Injectable } from '@nestjs/common';
import type { CommandAnswer, IsoDate, OpenCommand, SourceKind } from '@due-process/contracts';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { Database } from '../platform/database/database';
import { Problem } from '../platform/errors/problem';

/** What was promised under a key: number, query code, and the command that opens the case, kept so that it can be sent again. */
export interface Opening {
  caseNo: string;
  bodyMac: string;
  queryCodeSealed: string;
  start: { command: OpenCommand; rulesHash: string; calendarVersion: string };
  answer: CommandAnswer | null;
}

export interface OpeningKey {
  account: string;
  route: string;
  key: string;
}

export interface SourceName {
  itemCode: string;
  subject: string;
  reference: string;
  kind: SourceKind;
}

interface Row {
  case_no: string;
  body_mac: string;
  query_code_sealed: string;
  start: Opening['start'];
  answer: CommandAnswer | null;
}

@Injectable()
export class OpeningStore {
  constructor(private readonly database: Database) {}

  async find({ account, route, key }: OpeningKey): Promise<Opening | undefined> {
    const [row] = await this.database.query<Row>(
      `select case_no, body_mac, query_code_sealed, start, answer from opening
        where account_id = $1 and route = $2 and key = $3`,
      [account, route, key],
    );
    if (!row) return undefined;
    return {
      caseNo: row.case_no,
      bodyMac: row.body_mac,
      queryCodeSealed: row.query_code_sealed,
      start: row.start,
      answer: row.answer,
    };
  }

  /** What a source has opened, whoever sent it first. */
  async ofSource({ itemCode, subject, reference }: Omit<SourceName, 'kind'>): Promise<Opening | undefined> {
    const [row] = await this.database.query<OpeningKey>(
      `select account_id as account, route, key from case_source join opening using (case_no)
        where item_code = $1 and subject = $2 and reference = $3`,
      [itemCode, subject, reference],
    );
    return row && this.find(row);
  }

  /** The open case of this item that the person already has. An opening whose case never started counts: its key will start it. */
  async openCaseOf(duplicateKey: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ case_no: string }>(
      `select opening.case_no from opening left join case_file using (case_no)
        where duplicate_key = $1 and released_at is null and coalesce(case_file.open, true)`,
      [duplicateKey],
    );
    return row?.case_no;
  }

  /** In the opening's transaction: a case that was concluded no longer stands in the way of the next. */
  async release(manager: EntityManager, duplicateKey: string): Promise<void> {
    await manager.query(
      `update opening set released_at = now() from case_file
        where opening.duplicate_key = $1 and opening.released_at is null
          and case_file.case_no = opening.case_no and not case_file.open`,
      [duplicateKey],
    );
  }

  /** The day's next serial of an agency; the counter's row is held until the transaction ends, so no number is lost or given twice. */
  async nextSerial(manager: EntityManager, agency: string, day: IsoDate): Promise<number> {
    const rows: { serial: number }[] = await manager.query(
      `insert into case_counter (agency, day, serial) values ($1, $2, 1)
       on conflict (agency, day) do update set serial = case_counter.serial + 1 returning serial`,
      [agency, day],
    );
    return rows[0]?.serial ?? 1;
  }

  async insert(
    manager: EntityManager,
    row: OpeningKey & Omit<Opening, 'answer'> & { agency: string; queryCodeHash: string; duplicateKey: string },
  ): Promise<void> {
    await manager.query(
      `insert into opening (account_id, route, key, body_mac, case_no, agency, query_code_hash, query_code_sealed,
                            duplicate_key, start)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        row.account,
        row.route,
        row.key,
        row.bodyMac,
        row.caseNo,
        row.agency,
        row.queryCodeHash,
        row.queryCodeSealed,
        row.duplicateKey,
        JSON.stringify(row.start),
      ],
    );
  }

  /** In the opening's transaction, so that a source and its case come about together. */
  async insertSource(manager: EntityManager, row: SourceName & { agency: string; caseNo: string }): Promise<void> {
    await manager.query(
      `insert into case_source (item_code, subject, reference, kind, agency, case_no) values ($1, $2, $3, $4, $5, $6)
       on conflict (item_code, subject, reference) do nothing`,
      [row.itemCode, row.subject, row.reference, row.kind, row.agency, row.caseNo],
    );
  }

  async answered(caseNo: string, answer: CommandAnswer): Promise<void> {
    await this.database.query(
      'update opening set answer = $2, answered_at = now() where case_no = $1 and answered_at is null',
      [caseNo, JSON.stringify(answer)],
    );
  }
}

/** The database key that a parallel opening has taken first. */
export function takenKey(error: unknown): 'sameKey' | 'duplicate' | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  const { code, constraint } = error.driverError as { code?: string; constraint?: string };
  if (code !== '23505') return undefined;
  return constraint === 'opening_duplicate' ? 'duplicate' : constraint?.startsWith('opening_') ? 'sameKey' : undefined;
}

export const duplicateProblem = (caseNo: string | undefined): Problem =>
  new Problem('CASE_DUPLICATE', {
    detail: caseNo ? `申请人已有在办的同类办件 ${caseNo}` : '申请人已有在办的同类办件',
    ...(caseNo ? { data: { caseNo } } : {}),
  });
