import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database';

/** A settlement case found: of which item, for whom (blind index), of which month where it stands for a month. */
export interface SettlementCase {
  caseNo: string;
  itemCode: string;
  subject: string;
  period: string | null;
}

/** An institution's record goes back this far: five years by the month, and what was reported again. */
const most = 120;

@Injectable()
export class SettlementCasesStore {
  constructor(private readonly database: Database) {}

  /** The cases that stand for a month, one an item and institution. */
  ofMonth(agency: string, itemCodes: readonly string[], period: string): Promise<SettlementCase[]> {
    return this.database.query<SettlementCase>(
      `select case_no as "caseNo", item_code as "itemCode", subject, reference as period
         from case_source where agency = $1 and item_code = any($2) and reference = $3`,
      [agency, itemCodes, period],
    );
  }

  /** All of one institution, newest first; reports handed in again stand for no month of their own. */
  ofSubject(agency: string, itemCodes: readonly string[], subject: string): Promise<SettlementCase[]> {
    return this.database.query<SettlementCase>(
      `select file.case_no as "caseNo", file.item_code as "itemCode", file.subject, source.reference as period
         from case_file file
         left join case_source source on source.case_no = file.case_no and source.item_code = file.item_code
        where file.agency = $1 and file.item_code = any($2) and file.subject = $3
        order by coalesce(source.reference, to_char(file.received_on, 'YYYY-MM')) desc, file.case_no desc limit $4`,
      [agency, itemCodes, subject, most],
    );
  }
}
