import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@due-process/contracts';
import { Database } from '../platform/database/database';
import type { InstitutionInput } from './settlement.schemas';

export interface Institution extends Omit<InstitutionInput, 'merchantNo' | 'officeId' | 'organisation'> {
  merchantNo: string | null;
  officeId: string | null;
  organisation: string | null;
  /** Last day, as agreed or as it was ended before. */
  endedOn: IsoDate | null;
  agreedUntil: IsoDate | null;
  signedOn: IsoDate | null;
  endReason: string | null;
  /** The designation in which the agreement was signed. */
  caseNo: string | null;
}

const columns = `credit_code as "creditCode", kind, name, merchant_no as "merchantNo", office_id as "officeId", organisation,
  to_char(designated_on, 'YYYY-MM-DD') as "designatedOn", to_char(ended_on, 'YYYY-MM-DD') as "endedOn",
  to_char(agreed_until, 'YYYY-MM-DD') as "agreedUntil", to_char(signed_on, 'YYYY-MM-DD') as "signedOn",
  end_reason as "endReason", case_no as "caseNo"`;

/** 定点医药机构名单, a row an agreement: whom the monthly settlement opens cases for. */
@Injectable()
export class InstitutionsStore {
  constructor(private readonly database: Database) {}

  list(agency: string): Promise<Institution[]> {
    return this.database.query<Institution>(
      `select ${columns} from designated_institution where agency = $1 order by kind, name, credit_code, designated_on desc`,
      [agency],
    );
  }

  /** An agreement is known by its first day: kept again it is corrected, and stays ended if it was. */
  async keep(agency: string, given: InstitutionInput): Promise<Institution> {
    const [row] = await this.database.query<Institution>(
      `insert into designated_institution (agency, credit_code, kind, name, merchant_no, office_id, organisation, designated_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (agency, credit_code, designated_on) do update set
         kind = excluded.kind, name = excluded.name, merchant_no = excluded.merchant_no, office_id = excluded.office_id,
         organisation = excluded.organisation
       returning ${columns}`,
      [
        agency,
        given.creditCode,
        given.kind,
        given.name,
        given.merchantNo ?? null,
        given.officeId ?? null,
        given.organisation ?? null,
        given.designatedOn,
      ],
    );
    return row as Institution;
  }

  /** The agreement that holds, or the first that will; failing both the last that did. */
  async find(agency: string, creditCode: string): Promise<Institution | undefined> {
    const [row] = await this.database.query<Institution>(
      `select ${columns} from designated_institution where agency = $1 and credit_code = $2
        order by case when ended_on is null or ended_on >= current_date then designated_on end, designated_on desc limit 1`,
      [agency, creditCode],
    );
    return row;
  }

  /** What holds ends on this day, and what was signed for later does not begin. */
  async end(
    agency: string,
    creditCode: string,
    { endedOn, reason }: { endedOn: IsoDate; reason?: string },
  ): Promise<Institution | undefined> {
    await this.database.query(
      `update designated_institution set ended_on = greatest($3::date, designated_on - 1), end_reason = $4
        where agency = $1 and credit_code = $2 and (ended_on is null or ended_on >= $3)`,
      [agency, creditCode, endedOn, reason ?? null],
    );
    return this.find(agency, creditCode);
  }
}
