import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../platform/database/database';
import type { ReceivedFile } from './upload-receiver';

export interface Upload {
  id: string;
  accountId: string;
  caseNo: string | null;
  materialId: string | null;
  fileName: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  location: string;
  createdAt: string;
}

/** Which files belong to which line of the checklist. */
export interface Claim {
  id: string;
  materialId: string;
  /** Path in the request, for a refusal. */
  field: string;
}

const columns = `id, account_id as "accountId", case_no as "caseNo", material_id as "materialId", file_name as "fileName",
  media_type as "mediaType", bytes::float8 as bytes, sha256, location, created_at as "createdAt"`;

/** Files that were brought and belong to no case are kept as long as a draft is. */
const unclaimedFor = '30 days';

@Injectable()
export class UploadStore {
  constructor(private readonly database: Database) {}

  async add(account: string, agency: string, file: ReceivedFile): Promise<Upload> {
    const [row] = await this.database.query<Upload>(
      `insert into upload (account_id, agency, file_name, media_type, bytes, sha256, location)
       values ($1, $2, $3, $4, $5, $6, $7) returning ${columns}`,
      [account, agency, file.fileName, file.mediaType, file.bytes, file.sha256, file.location],
    );
    if (!row) throw new Error('the upload was not written');
    return row;
  }

  async find(id: string): Promise<Upload | undefined> {
    const [row] = await this.database.query<Upload>(`select ${columns} from upload where id = $1`, [id]);
    return row;
  }

  ofCase(caseNo: string): Promise<Upload[]> {
    return this.database.query<Upload>(`select ${columns} from upload where case_no = $1 order by created_at, id`, [
      caseNo,
    ]);
  }

  /** Gives own files to a case; the claims that could not be: somebody else's, unknown, or another case's already. */
  async claim(account: string, caseNo: string, claims: readonly Claim[], manager?: EntityManager): Promise<Claim[]> {
    if (claims.length === 0) return [];
    const sql = `with given as (select * from unnest($3::uuid[], $4::text[]) as given (id, material_id)),
           taken as (update upload set case_no = $2, material_id = given.material_id from given
                      where upload.id = given.id and account_id = $1 and (case_no is null or case_no = $2) returning upload.id)
         select id from taken`;
    const parameters = [account, caseNo, claims.map(({ id }) => id), claims.map(({ materialId }) => materialId)];
    const rows: { id: string }[] = manager
      ? await manager.query(sql, parameters)
      : await this.database.query<{ id: string }>(sql, parameters);
    const taken = new Set(rows.map(({ id }) => id));
    return claims.filter(({ id }) => !taken.has(id));
  }

  /** The own file, while it belongs to no case. */
  async drop(account: string, id: string): Promise<string | undefined> {
    return (await this.dropWhere('id = $2', [account, id]))[0];
  }

  dropForgotten(account: string): Promise<string[]> {
    return this.dropWhere('created_at < now() - $2::interval', [account, unclaimedFor]);
  }

  /** Locations of the files whose rows are gone. */
  private async dropWhere(condition: string, parameters: unknown[]): Promise<string[]> {
    const rows = await this.database.query<{ location: string }>(
      `with dropped as (delete from upload where account_id = $1 and case_no is null and ${condition} returning location)
       select location from dropped`,
      parameters,
    );
    return rows.map(({ location }) => location);
  }
}
