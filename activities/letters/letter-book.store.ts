import type { IsoDate } from '@due-process/contracts';
import type { Pool } from 'pg';
import type { Difference, OwnBook, OwnLetter } from './books';

export interface LetterBook {
  agencies(): Promise<string[]>;
  own(agency: string, from: IsoDate): Promise<OwnBook>;
  /** Keeps what is new, closes what is no longer found, and tells the supervisors when something is new. */
  keep(agency: string, day: IsoDate, differences: Difference[]): Promise<void>;
}

export function createLetterBook(pool: Pool): LetterBook {
  return {
    async agencies() {
      const { rows } = await pool.query<{ id: string }>('select id from agency order by id');
      return rows.map(({ id }) => id);
    },

    async own(agency, from) {
      const sent = await pool.query<OwnLetter>(
        `select letter.case_no as "caseNo", letter.letter_no as "letterNo", letter.type, letter.agency as "fromAgency",
                letter.other as "toAgency", letter.in_reply_to as "inReplyTo", case_file.subject,
                letter.issued_on::text as "issuedOn", letter.body, letter.state
         from letter join case_file using (case_no)
         where letter.agency = $1 and letter.direction = 'out' and (letter.issued_on >= $2 or letter.state = 'queued')`,
        [agency, from],
      );
      const received = await pool.query<{ letter_no: string }>(
        'select letter_no from letter_inbox where to_agency = $1 and received_on >= $2',
        [agency, from],
      );
      return {
        sent: sent.rows.map(withoutNull),
        received: new Set(received.rows.map((row) => row.letter_no)),
      };
    },

    async keep(agency, day, differences) {
      await pool.query(
        `with found as (
           select * from unnest($3::text[], $4::text[], $5::text[], $6::text[]) as found (letter_no, kind, case_no, detail)
         ), closed as (
           update reconciliation_difference past set resolved_at = now()
           where past.agency = $1 and past.resolved_at is null
             and not exists (select from found where found.letter_no = past.letter_no and found.kind = past.kind)
         ), fresh as (
           insert into reconciliation_difference (day, agency, letter_no, kind, case_no, detail)
           select $2, $1, letter_no, kind, case_no, detail from found
           where not exists (
             select from reconciliation_difference past
             where past.letter_no = found.letter_no and past.kind = found.kind and past.agency = $1 and past.resolved_at is null
           )
           on conflict (day, letter_no, kind) do update set resolved_at = null
           returning letter_no
         )
         insert into message (key, agency, role, kind, text)
         select 'reconciliation:' || $1::text || ':' || $2::text || ':' || min(letter_no), $1, 'supervise', 'reconciliation',
                '函件对账发现 ' || count(*) || ' 份函件收发不符，请在函件对账中查看'
         from fresh having count(*) > 0`,
        [
          agency,
          day,
          differences.map(({ letterNo }) => letterNo),
          differences.map(({ kind }) => kind),
          differences.map(({ caseNo }) => caseNo ?? null),
          differences.map(({ detail }) => detail ?? null),
        ],
      );
    },
  };
}

/** An absent reply number is absent in the letter too: the platform compares the text. */
function withoutNull(letter: OwnLetter): OwnLetter {
  const { inReplyTo, ...rest } = letter;
  return inReplyTo ? { ...rest, inReplyTo } : rest;
}
