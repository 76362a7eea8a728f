import type { EffectResult } from '@due-process/contracts';
import { ask, unreadable } from '../outside/ask';
import { fieldsOf, isAccepted, rejected, textIn } from '../outside/reply';

/**
 * The core insurance platform, where paid months are joined after a transfer. Its answer to a key is kept, so a lost reply is asked
 * for again; 20 s, because it writes before it answers.
 */
const system = 'core';
const timeoutMs = 20_000;

export interface CoreTransfer {
  key: string;
  caseNo: string;
  idNumber: string;
  fromRegion: string;
  toRegion: string;
  months: number;
  accountBalanceFen: number;
}

export interface CorePlatform {
  register(transfer: CoreTransfer): Promise<EffectResult>;
}

export function createCorePlatform(base: string): CorePlatform {
  return {
    async register(transfer) {
      const answer = await ask({
        system,
        method: 'POST',
        url: `${base}/core/transfers`,
        headers: { 'idempotency-key': transfer.key },
        body: JSON.stringify(transfer),
        timeoutMs,
      });
      if (!isAccepted(answer)) return rejected(system, answer);
      const fields = fieldsOf(system, answer.body);
      const transferNo = textIn(system, fields, 'transferNo');
      if (fields.status !== 'done') throw unreadable(system, 'status is unknown');
      if (typeof fields.paidMonths !== 'number') throw unreadable(system, 'paidMonths is missing');
      return { outcome: 'done', data: { transferNo, paidMonths: fields.paidMonths } };
    },
  };
}
