import { Injectable } from '@nestjs/common';
import type { CommandAnswer, IsoDate, OpenCommand, SourceKind } from '@due-process/contracts';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { Database, preparedIn } from '../platform/database/database';
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

const findOpening = {
  name: 'find_opening',
  text: `select case_no, body_mac, query_code_sealed, start, answer from opening
          where account_id = $1 and route = $2 and key = $3`,
};

const openCase = {
  name: 'open_case_of',
  text: `select opening.case_no from opening left join case_file using (case_no)
          where duplicate_key = $1 and released_at is null and coalesce(case_file.open, true)`,
};

const nextSerial = {
  name: 'next_serial',
  text: `with released as (
           update opening set released_at = now() from case_file
            where opening.duplicate_key = $3 and opening.released_at is null
              and case_file.case_no = opening.case_no and not case_file.open)
         insert into case_counter (agency, day, serial) values ($1, $2, 1)
         on conflict (agency, day) do update set serial = case_counter.serial + 1 returning serial`,
};

const insertOpening = {
  name: 'insert_opening',
  text: `insert into opening (account_id, route, key, body_mac, case_no, agency, query_code_hash, query_code_sealed,
                              duplicate_key, start)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
};

const markAnswered = {
  name: 'mark_answered',
  text: `update opening set answer = given.answer, answered_at = now()
           from json_to_recordset($1::json) as given ("caseNo" text, answer jsonb)
          where opening.case_no = given."caseNo" and answered_at is null`,
};

@Injectable()
export class OpeningStore {
  constructor(private readonly database: Database) {}

  async find({ account, route, key }: OpeningKey): Promise<Opening | undefined> {
    const [row] = await this.database.prepared<Row>(findOpening, [account, route, key]);
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
    const [row] = await this.database.prepared<{ case_no: string }>(openCase, [duplicateKey]);
    return row?.case_no;
  }

  /**
   * The day's next serial of an agency; the counter's row is held until the transaction ends, so no number is lost or given twice. A case of the
   * same key that was concluded no longer stands in the way of the next.
   */
  async nextSerial(manager: EntityManager, agency: string, day: IsoDate, duplicateKey: string): Promise<number> {
    const [row] = await preparedIn<{ serial: number }>(manager, nextSerial, [agency, day, duplicateKey]);
    return row?.serial ?? 1;
  }

  async insert(
    manager: EntityManager,
    row: OpeningKey & Omit<Opening, 'answer'> & { agency: string; queryCodeHash: string; duplicateKey: string },
  ): Promise<void> {
    await preparedIn(manager, insertOpening, [
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
    ]);
  }

  /** In the opening's transaction, so that a source and its case come about together. */
  async insertSource(manager: EntityManager, row: SourceName & { agency: string; caseNo: string }): Promise<void> {
    await manager.query(
      `insert into case_source (item_code, subject, reference, kind, agency, case_no) values ($1, $2, $3, $4, $5, $6)
       on conflict (item_code, subject, reference) do nothing`,
      [row.itemCode, row.subject, row.reference, row.kind, row.agency, row.caseNo],
    );
  }

  /** At the counter a case that came to nothing stands no longer for its source; the new application does. */
  async takeSource(manager: EntityManager, row: SourceName & { agency: string; caseNo: string }): Promise<void> {
    await this.insertSource(manager, row);
    await manager.query(
      `update case_source set case_no = $4, kind = $5 from case_file
        where case_source.item_code = $1 and case_source.subject = $2 and reference = $3
          and case_file.case_no = case_source.case_no and case_file.outcome <> 'completed'`,
      [row.itemCode, row.subject, row.reference, row.caseNo, row.kind],
    );
  }

  /** The case by which this was granted already. */
  async grantedBy({ itemCode, subject, reference }: Omit<SourceName, 'kind'>): Promise<string | undefined> {
    const [row] = await this.database.query<{ case_no: string }>(
      `select case_no from case_source join case_file using (case_no)
        where case_source.item_code = $1 and case_source.subject = $2 and reference = $3 and outcome = 'completed'`,
      [itemCode, subject, reference],
    );
    return row?.case_no;
  }

  async answered(answers: CommandAnswer[]): Promise<void> {
    await this.database.prepared(markAnswered, [
      JSON.stringify(answers.map((answer) => ({ caseNo: answer.caseNo, answer }))),
    ]);
  }
}

/** The database key that a parallel opening has taken first. */
export function takenKey(error: unknown): 'sameKey' | 'duplicate' | undefined {
  const named: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const { code, constraint } = (named ?? {}) as { code?: string; constraint?: string };
  if (code !== '23505') return undefined;
  return constraint === 'opening_duplicate' ? 'duplicate' : constraint?.startsWith('opening_') ? 'sameKey' : undefined;
}

export const duplicateProblem = (caseNo: string | undefined, words = '申请人已有在办的同类办件'): Problem =>
  new Problem('CASE_DUPLICATE', {
    detail: caseNo ? `${words} ${caseNo}` : words,
    ...(caseNo ? { data: { caseNo } } : {}),
  });
