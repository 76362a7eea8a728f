import { Inject, Injectable } from '@nestjs/common';
import { createColumnCipher, type Keys } from '@due-process/secrets';
import { Database } from '../platform/database/database';
import { KEYS } from '../platform/keys/keys.module';

export type LineState = 'staged' | 'accepted' | 'rejected';

export interface ShownLine {
  lineNo: number;
  name: string;
  idNumber: string;
  state: LineState;
  reason: string | null;
  recordNo: string | null;
}

interface ClearRow {
  lineNo: number;
  nameSealed: string;
  idNumberSealed: string;
  reason: string | null;
}

/** Lines of a list in keyset pages: masked for everybody, in the clear for whoever handed the list in. */
@Injectable()
export class RosterLines {
  private readonly cipher;

  constructor(
    @Inject(KEYS) keys: Keys,
    private readonly database: Database,
  ) {
    this.cipher = createColumnCipher(keys);
  }

  page(rosterId: string, state: LineState | undefined, after: number, limit: number): Promise<ShownLine[]> {
    return this.database.query<ShownLine>(
      `select line_no as "lineNo", name_masked as name, id_number_masked as "idNumber", state, reason, record_no as "recordNo"
         from roster_line where roster_id = $1 and ($2::text is null or state = $2) and line_no > $3 order by line_no limit $4`,
      [rosterId, state ?? null, after, limit],
    );
  }

  /** The lines that came back, page by page. */
  async *rejected(
    rosterId: string,
    clear: boolean,
    pageSize = 500,
  ): AsyncGenerator<Omit<ShownLine, 'state' | 'recordNo'>> {
    for (let after = -1; ;) {
      const rows = clear
        ? await this.clearPage(rosterId, after, pageSize)
        : await this.page(rosterId, 'rejected', after, pageSize);
      yield* rows;
      const last = rows.at(-1);
      if (!last || rows.length < pageSize) return;
      after = last.lineNo;
    }
  }

  private async clearPage(rosterId: string, after: number, limit: number) {
    const rows = await this.database.query<ClearRow>(
      `select line_no as "lineNo", name_sealed as "nameSealed", id_number_sealed as "idNumberSealed", reason
         from roster_line where roster_id = $1 and state = 'rejected' and line_no > $2 order by line_no limit $3`,
      [rosterId, after, limit],
    );
    return rows.map(({ lineNo, nameSealed, idNumberSealed, reason }) => ({
      lineNo,
      name: this.cipher.open(nameSealed),
      idNumber: this.cipher.open(idNumberSealed),
      reason,
    }));
  }
}
