import type { Pool } from 'pg';

export interface PayeeStore {
  /** The receiving account of the new place, by its reference in the fund system; undefined when no contact letter has come. */
  newPlace(caseNo: string): Promise<string | undefined>;
}

export function createPayeeStore(pool: Pool): PayeeStore {
  return {
    async newPlace(caseNo) {
      const { rows } = await pool.query<{ payee: string }>(
        `select coalesce(body -> 'account' ->> 'payeeRef', 'agency:' || other) as payee
         from letter where case_no = $1 and direction = 'in' and type = 'contactLetter' and state <> 'refused'
         order by received_on desc, letter_no desc limit 1`,
        [caseNo],
      );
      return rows[0]?.payee;
    },
  };
}
