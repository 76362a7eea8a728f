import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@due-process/contracts';
import { Database } from '../platform/database/database';
import type { InstitutionInput } from './settlement.schemas';

export interface Institution extends Omit<InstitutionInput, 'merchantNo' | 'officeId' | 'organisation'> {
  merchantNo: string | null;
  officeId: string | null;
  organisation: string | null;
  endedOn: IsoDate | null;
}

const columns = `credit_code as "creditCode", kind, name, merchant_no as "merchantNo", office_id as "officeId", organisation,
  to_char(designated_on, 'YYYY-MM-DD') as "designatedOn", to_char(ended_on, 'YYYY-MM-DD') as "endedOn"`;

/** 定点医药机构名单: whom the monthly settlement opens cases for. */
@Injectable()
export class InstitutionsStore {
  constructor(private readonly database: Database) {}

  list(agency: string): Promise<Institution[]> {
    return this.database.query<Institution>(
      `select ${columns} from designated_institution where agency = $1 order by kind, name, credit_code`,
      [agency],
    );
  }

  /** A second agreement of the same institution takes the place of the first. */
  async keep(agency: string, given: InstitutionInput): Promise<Institution> {
    const [row] = await this.database.query<Institution>(
      `insert into designated_institution (agency, credit_code, kind, name, merchant_no, office_id, organisation, designated_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (agency, credit_code) do update set
         kind = excluded.kind, name = excluded.name, merchant_no = excluded.merchant_no, office_id = excluded.office_id,
         organisation = excluded.organisation, designated_on = excluded.designated_on, ended_on = null
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

  async end(agency: string, creditCode: string, endedOn: IsoDate): Promise<Institution | undefined> {
    const [row] = await this.database.query<Institution>(
      `update designated_institution set ended_on = $3 where agency = $1 and credit_code = $2 returning ${columns}`,
      [agency, creditCode, endedOn],
    );
    return row;
  }
}
