import type { ColumnCipher } from '@due-process/secrets';
import { ApplicationFailure } from '@temporalio/common';
import type { SmsOutbox, WaitingSms } from './sms-outbox.store';
import type { SmsGateway } from './wire';

/** A run lasts less than the minute after which the next begins; the gateway's contract allows twenty a second. */
const pageSize = 20;
const pageMs = 1_000;
const runMs = 35_000;
/** With the waits between them some six hours. */
const mostAttempts = 12;

export interface SmsSender {
  outbox: SmsOutbox;
  gateway: SmsGateway;
  cipher: Pick<ColumnCipher, 'open'>;
  clock: () => Date;
  /** Test seam for the pause between two pages. */
  pause?: (ms: number) => Promise<void>;
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Sends what waits, page by page. Each row's id is its key at the gateway, so a row taken twice, after a lost reply or a killed worker,
 * is still one SMS. A telephone is opened for the moment of sending only.
 */
export async function sendPending({ outbox, gateway, cipher, clock, pause = sleep }: SmsSender): Promise<{
  sent: number;
  failed: number;
}> {
  const deliver = async ({ id, text, attempts, phoneSealed }: WaitingSms): Promise<boolean> => {
    if (phoneSealed === null) {
      await outbox.unreachable(id);
      return false;
    }
    try {
      const outcome = await gateway.send({ key: id, phone: cipher.open(phoneSealed), text });
      if (outcome === 'sent') await outbox.sent(id, clock());
      else await outbox.failed(id, 'refused', true);
      return outcome === 'sent';
    } catch (error) {
      await outbox.failed(id, codeOf(error), attempts >= mostAttempts);
      return false;
    }
  };
  const started = Date.now();
  const total = { sent: 0, failed: 0 };
  for (;;) {
    const page = await outbox.take(clock(), pageSize);
    const pageStarted = Date.now();
    const outcomes = await Promise.all(page.map(deliver));
    total.sent += outcomes.filter(Boolean).length;
    total.failed += outcomes.filter((sent) => !sent).length;
    const gatewayDown = outcomes.length > 0 && !outcomes.some(Boolean);
    if (page.length < pageSize || gatewayDown || Date.now() - started > runMs) return total;
    await pause(Math.max(0, pageMs - (Date.now() - pageStarted)));
  }
}

const codeOf = (error: unknown): string =>
  error instanceof ApplicationFailure ? (error.type ?? 'INTERNAL') : 'INTERNAL';
