import { Injectable } from '@nestjs/common';
import type { Instant, IsoDate, LetterEnvelope } from '@due-process/contracts';
import { Database } from '../platform/database/database';

/** `stored`: to be delivered. `applied`: the case has it. `unmatched`: on the list that a person works off. `dismissed`: worked off without a case. */
export type InboxState = 'stored' | 'applied' | 'unmatched' | 'dismissed';

export interface InboxLetter {
  id: string;
  letterNo: string;
  fromAgency: string;
  toAgency: string;
  type: LetterEnvelope['type'];
  inReplyTo: string | null;
  subject: string;
  issuedOn: IsoDate;
  receivedOn: IsoDate;
  receivedAt: Instant;
  bodyHash: string;
  bodySealed: string;
  state: InboxState;
  caseNo: string | null;
  reason: string | null;
  attempts: number;
}

const columns = `id, letter_no as "letterNo", from_agency as "fromAgency", to_agency as "toAgency", type,
  in_reply_to as "inReplyTo", subject, issued_on::text as "issuedOn", received_on::text as "receivedOn",
  to_char(received_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "receivedAt", body_hash as "bodyHash",
  body_sealed as "bodySealed", state, case_no as "caseNo", reason, attempts`;

const unmatchedOf = {
  name: 'unmatched_letters_of',
  text: `select ${columns} from letter_inbox
          where to_agency = $1 and subject = $2 and state = 'unmatched' order by received_at`,
};

@Injectable()
export class LetterInbox {
  constructor(private readonly database: Database) {}

  /** Stores a letter that is new. Answers the stored one, whichever it is. */
  async keep(
    letter: LetterEnvelope,
    given: { receivedOn: IsoDate; bodyHash: string; bodySealed: string },
  ): Promise<{ kept: InboxLetter; repeated: boolean }> {
    const [fresh] = await this.database.query<InboxLetter>(
      `insert into letter_inbox (from_agency, letter_no, to_agency, type, in_reply_to, subject, issued_on, received_on,
                                 body_hash, body_sealed, state)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'stored')
       on conflict (from_agency, letter_no) do nothing returning ${columns}`,
      [
        letter.fromAgency,
        letter.letterNo,
        letter.toAgency,
        letter.type,
        letter.inReplyTo ?? null,
        letter.subject,
        letter.issuedOn,
        given.receivedOn,
        given.bodyHash,
        given.bodySealed,
      ],
    );
    if (fresh) return { kept: fresh, repeated: false };
    const [kept] = await this.database.query<InboxLetter>(
      `select ${columns} from letter_inbox where from_agency = $1 and letter_no = $2`,
      [letter.fromAgency, letter.letterNo],
    );
    if (!kept) throw new Error('the stored letter vanished');
    return { kept, repeated: true };
  }

  /** Another text under a used number: kept as evidence beside the first, never in its place. */
  async keepConflict(kept: InboxLetter, refused: { hash: string; sealed: string }): Promise<void> {
    await this.database.query(
      `insert into exchange_conflict (from_agency, letter_no, kept_hash, refused_hash, refused_sealed)
       values ($1, $2, $3, $4, $5) on conflict (from_agency, letter_no, refused_hash) do nothing`,
      [kept.fromAgency, kept.letterNo, kept.bodyHash, refused.hash, refused.sealed],
    );
  }

  async settle(
    id: string,
    state: InboxState,
    given: { caseNo?: string; reason?: string; by?: string } = {},
  ): Promise<void> {
    await this.database.query(
      `update letter_inbox set state = $2, case_no = coalesce($3, case_no), reason = $4,
              handled_by = coalesce($5, handled_by), updated_at = now()
        where id = $1`,
      [id, state, given.caseNo ?? null, given.reason ?? null, given.by ?? null],
    );
  }

  async failed(id: string, caseNo: string | undefined, error: string): Promise<void> {
    await this.database.query(
      `update letter_inbox set attempts = attempts + 1, last_error = $3, case_no = coalesce($2, case_no), updated_at = now()
        where id = $1 and state = 'stored'`,
      [id, caseNo ?? null, error],
    );
  }

  /** Takes some of what still waits for delivery; another process that looks at the same moment takes others. */
  takeWaiting(limit: number): Promise<InboxLetter[]> {
    return this.database.query(
      `with taken as (
         update letter_inbox set updated_at = now() where id in (
           select id from letter_inbox where state = 'stored' and updated_at < now() - interval '10 seconds'
            order by received_at limit $1 for update skip locked)
         returning *)
       select ${columns} from taken order by received_at`,
      [limit],
    );
  }

  unmatchedOf(agency: string, subject: string): Promise<InboxLetter[]> {
    return this.database.prepared(unmatchedOf, [agency, subject]);
  }

  /** Takes one off the list for a case; false when somebody else was faster. */
  async claim(id: string, caseNo: string, by?: string): Promise<boolean> {
    const rows = await this.database.query(
      `with claimed as (
         update letter_inbox set state = 'stored', case_no = $2, reason = null, handled_by = $3, updated_at = now()
          where id = $1 and state = 'unmatched' returning id)
       select id from claimed`,
      [id, caseNo, by ?? null],
    );
    return rows.length > 0;
  }

  list(agency: string, limit: number): Promise<InboxLetter[]> {
    return this.database.query(
      `select ${columns} from letter_inbox where to_agency = $1 and state = 'unmatched' order by received_at limit $2`,
      [agency, limit],
    );
  }

  async one(agency: string, letterNo: string): Promise<InboxLetter | undefined> {
    const [row] = await this.database.query<InboxLetter>(
      `select ${columns} from letter_inbox where to_agency = $1 and letter_no = $2 and state = 'unmatched'`,
      [agency, letterNo],
    );
    return row;
  }
}
