import type { OperationActivities } from '@due-process/contracts';
import { shanghaiDate } from '@due-process/domain';
import type { ColumnCipher } from '@due-process/secrets';
import type { Pool } from 'pg';
import { fireDueRungs } from './fire-due-rungs';
import { sendPending } from './send-pending-sms';
import { createSmsOutbox } from './sms-outbox.store';
import { createSmsGateway } from './wire';

/** The whole of a city's morning in one statement; more than this follows in the next. */
const mostRungs = 50_000;

export interface EscalationDeps {
  pool: Pool;
  /** Base address of the SMS gateway, without a slash at the end. */
  smsUrl: string;
  cipher: Pick<ColumnCipher, 'open'>;
  clock?: () => Date;
}

/** Telling people what is due (催督办). Nothing here asks or wakes a case. */
export function createEscalationActivities(
  deps: EscalationDeps,
): Pick<OperationActivities, 'fireDueRungs' | 'sendPendingSms'> {
  const { pool, smsUrl, cipher, clock = () => new Date() } = deps;
  const outbox = createSmsOutbox(pool);
  const gateway = createSmsGateway(smsUrl);
  return {
    async fireDueRungs() {
      const total = { fired: 0, messages: 0 };
      for (;;) {
        const now = clock();
        const { rows } = await pool.query<{ taken: number; fired: number; messages: number }>(fireDueRungs, [
          now,
          shanghaiDate(now.toISOString()),
          mostRungs,
        ]);
        const { taken = 0, fired = 0, messages = 0 } = rows[0] ?? {};
        total.fired += fired;
        total.messages += messages;
        if (taken < mostRungs) return total;
      }
    },
    sendPendingSms: () => sendPending({ outbox, gateway, cipher, clock }),
  };
}
