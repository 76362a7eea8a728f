import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../platform/database/database';

export interface Roster {
  id: string;
  accountId: string;
  fileName: string;
  format: string;
  bytes: number;
  sha256: string;
  lines: number;
  accepted: number;
  rejected: number;
  state: 'reading' | 'staged' | 'processing' | 'settled';
  caseNo: string | null;
  createdAt: string;
  startedAt: string | null;
  settledAt: string | null;
}

export interface NewLine {
  lineNo: number;
  nameSealed: string;
  nameMasked: string;
  idNumberSealed: string;
  idNumberMasked: string;
  subject: string;
}

const columns = `id, account_id as "accountId", file_name as "fileName", format, bytes, sha256, lines, accepted, rejected, state,
  case_no as "caseNo", created_at as "createdAt", started_at as "startedAt", settled_at as "settledAt"`;

/** Lists that nobody handed in are kept as long as a draft is. */
const unusedFor = '30 days';

/** A list may go to a case while it has none, or after a case that ended before anything was done with it. */
const isFree = `(case_no is null or case_no = $3 or (state = 'staged' and exists (
  select from case_file where case_file.case_no = roster.case_no and not case_file.open)))`;

@Injectable()
export class RosterStore {
  constructor(private readonly database: Database) {}

  async begin(
    id: string,
    owner: { account: string; agency: string },
    file: { name: string; format: string },
  ): Promise<void> {
    await this.database.query(
      `delete from roster where account_id = $1 and case_no is null
         and (created_at < now() - $2::interval or (state = 'reading' and created_at < now() - interval '1 day'))`,
      [owner.account, unusedFor],
    );
    await this.database.query(
      'insert into roster (id, agency, account_id, file_name, format) values ($1, $2, $3, $4, $5)',
      [id, owner.agency, owner.account, file.name, file.format],
    );
  }

  async addLines(id: string, lines: NewLine[]): Promise<void> {
    await this.database.query(
      `insert into roster_line (roster_id, line_no, name_sealed, name_masked, id_number_sealed, id_number_masked, subject)
       select $1, "lineNo", "nameSealed", "nameMasked", "idNumberSealed", "idNumberMasked", subject
         from json_to_recordset($2::json) as row ("lineNo" int, "nameSealed" text, "nameMasked" text, "idNumberSealed" text,
                                                  "idNumberMasked" text, subject text)`,
      [id, JSON.stringify(lines)],
    );
  }

  /** The list is whole; or the same file came before from the same account and is not settled yet: then that one is answered. */
  async complete(
    id: string,
    read: { sha256: string; bytes: number; lines: number },
  ): Promise<{ roster: Roster; repeated: boolean }> {
    const own = await this.database
      .query<Roster>(
        `with whole as (update roster set state = 'staged', sha256 = $2, bytes = $3, lines = $4 where id = $1 returning *)
         select ${columns} from whole`,
        [id, read.sha256, read.bytes, read.lines],
      )
      .catch((error: unknown) => {
        if (isTaken(error)) return [];
        throw error;
      });
    if (own[0]) return { roster: own[0], repeated: false };
    const [earlier] = await this.database.query<Roster>(
      `select ${columns} from roster where sha256 = $2 and state in ('staged', 'processing')
          and account_id = (select account_id from roster where id = $1)`,
      [id, read.sha256],
    );
    await this.drop(id);
    if (!earlier) throw new Error('the roster was not written');
    return { roster: earlier, repeated: true };
  }

  async drop(id: string): Promise<void> {
    await this.database.query('delete from roster where id = $1 and case_no is null', [id]);
  }

  async find(id: string): Promise<Roster | undefined> {
    const [row] = await this.database.query<Roster>(
      `select ${columns} from roster where id = $1 and state <> 'reading'`,
      [id],
    );
    return row;
  }

  ofCase(caseNo: string): Promise<Roster[]> {
    return this.database.query<Roster>(`select ${columns} from roster where case_no = $1 order by created_at`, [
      caseNo,
    ]);
  }

  /** Whether this account may still hand the list in; `caseNo` is the case that perhaps has it already. */
  async isFree(account: string, id: string, caseNo = ''): Promise<boolean> {
    const rows = await this.database.query(
      `select id from roster where id = $2 and account_id = $1 and state <> 'reading' and ${isFree}`,
      [account, id, caseNo],
    );
    return rows.length > 0;
  }

  /** Gives an own list to a case; false when it belongs to another. */
  async claim(account: string, id: string, caseNo: string, manager?: EntityManager): Promise<boolean> {
    const sql = `with taken as (update roster set case_no = $3 where id = $2 and account_id = $1 and state <> 'reading' and ${isFree} returning id)
      select id from taken`;
    const parameters = [account, id, caseNo];
    const rows: unknown[] = manager ? await manager.query(sql, parameters) : await this.database.query(sql, parameters);
    return rows.length > 0;
  }
}

const isTaken = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '23505';
