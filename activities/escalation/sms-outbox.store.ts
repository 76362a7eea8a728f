import type { Pool } from 'pg';

export interface WaitingSms {
  id: string;
  text: string;
  attempts: number;
  phoneSealed: string | null;
}

export interface SmsOutbox {
  /** Takes SMS that are due and puts their next attempt off, so that a process that dies here leaves them for later. */
  take(now: Date, limit: number): Promise<WaitingSms[]>;
  sent(id: string, now: Date): Promise<void>;
  /** `final`: it will never succeed. */
  failed(id: string, error: string, final: boolean): Promise<void>;
  /** There is no telephone to send to. */
  unreachable(id: string): Promise<void>;
}

/** Half a minute, doubled with every attempt, at most an hour. */
const nextAttempt = `$1::timestamptz + least(interval '1 hour', interval '30 seconds' * power(2, least(sms.attempts, 10)))`;

export function createSmsOutbox(pool: Pool): SmsOutbox {
  return {
    async take(now, limit) {
      const { rows } = await pool.query<WaitingSms>(
        `update sms set attempts = sms.attempts + 1, next_attempt_at = ${nextAttempt}
         from (
           select sms.id, coalesce(person.phone_sealed, account.phone_sealed) as phone
           from sms
           left join person on person.id = sms.person_id
           left join account on account.id = sms.account
           where sms.state = 'pending' and sms.next_attempt_at <= $1::timestamptz
           order by sms.next_attempt_at limit $2 for update of sms skip locked
         ) due
         where sms.id = due.id
         returning sms.id, sms.text, sms.attempts, due.phone as "phoneSealed"`,
        [now, limit],
      );
      return rows;
    },
    async sent(id, now) {
      await pool.query(`update sms set state = 'sent', sent_at = $2, last_error = null where id = $1`, [id, now]);
    },
    async failed(id, error, final) {
      await pool.query(
        `update sms set last_error = $2, state = case when $3 then 'failed' else state end where id = $1 and state = 'pending'`,
        [id, error, final],
      );
    },
    async unreachable(id) {
      await pool.query(`update sms set state = 'unreachable' where id = $1`, [id]);
    },
  };
}
