import { Inject, Injectable } from '@nestjs/common';
import { layoutVersion, type Sheet } from '@due-process/documents';
import { createColumnCipher, type Keys } from '@due-process/secrets';
import { Database } from '../platform/database/database';
import { KEYS } from '../platform/keys/keys.module';

/** What was said at the first print, and the hash of the file it gave. */
export interface Original {
  sheet: Sheet;
  sha256: string;
}

export interface Print {
  copyNo: number;
  printedBy: string;
  sha256: string;
  outcome: 'printed' | 'refused';
  at: string;
}

export interface PrintEntry {
  caseNo: string;
  documentNo: string;
  printedBy: string;
  agency: string;
  sha256: string;
  outcome: Print['outcome'];
}

/** Originals and prints of documents. The words hold a name in full: they are sealed. */
@Injectable()
export class PrintLog {
  private readonly cipher;

  constructor(
    @Inject(KEYS) keys: Keys,
    private readonly database: Database,
  ) {
    this.cipher = createColumnCipher(keys);
  }

  async original(caseNo: string, documentNo: string): Promise<Original | undefined> {
    const [row] = await this.database.query<{ sheet_sealed: string; sha256: string }>(
      'select sheet_sealed, sha256 from document_original where case_no = $1 and document_no = $2',
      [caseNo, documentNo],
    );
    return row && { sheet: JSON.parse(this.cipher.open(row.sheet_sealed)) as Sheet, sha256: row.sha256 };
  }

  /** The first to print makes the original; whoever prints at the same moment has made the same file or finds that it differs. */
  async keep(caseNo: string, sheet: Sheet, sha256: string, bytes: number): Promise<void> {
    await this.database.query(
      `insert into document_original (case_no, document_no, template, layout, sheet_sealed, sha256, bytes)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (case_no, document_no) do nothing`,
      [caseNo, sheet.documentNo, sheet.template, layoutVersion, this.cipher.seal(JSON.stringify(sheet)), sha256, bytes],
    );
  }

  /** Counts and records in one statement: no two prints bear the same number. */
  async add({ caseNo, documentNo, printedBy, agency, sha256, outcome }: PrintEntry): Promise<number> {
    const [row] = await this.database.query<{ copy_no: number }>(
      `with counted as (
         update document_original set copies = copies + 1 where case_no = $1 and document_no = $2 returning copies
       )
       insert into document_print (case_no, document_no, copy_no, printed_by, agency, sha256, outcome)
       select $1, $2, copies, $3, $4, $5, $6 from counted
       returning copy_no`,
      [caseNo, documentNo, printedBy, agency, sha256, outcome],
    );
    if (!row) throw new Error(`no original of ${documentNo}`);
    return row.copy_no;
  }

  async prints(caseNo: string, documentNo: string): Promise<Print[]> {
    const rows = await this.database.query<{
      copy_no: number;
      printed_by: string;
      sha256: string;
      outcome: Print['outcome'];
      at: Date;
    }>(
      `select copy_no, printed_by, sha256, outcome, at from document_print
        where case_no = $1 and document_no = $2 order by copy_no`,
      [caseNo, documentNo],
    );
    return rows.map(({ copy_no: copyNo, printed_by: printedBy, sha256, outcome, at }) => ({
      copyNo,
      printedBy,
      sha256,
      outcome,
      at: at.toISOString(),
    }));
  }
}
