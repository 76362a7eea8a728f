import type { EffectResult, SettlementShares, VisitCosts } from '@due-process/contracts';
import { ask, unreadable } from '../outside/ask';
import { fieldsOf, isAccepted, rejected, textIn } from '../outside/reply';

/**
 * The core insurance platform, where registrations, filings and benefits are entered and paid months are joined after a transfer. Its answer to a key is kept, so a lost reply is asked
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

/** One entry under a person or an institution; what `kind` means is the platform's. */
export interface CoreEntry {
  key: string;
  caseNo: string;
  region: string;
  idNumber: string;
  kind: string;
  data: Record<string, unknown>;
}

/** One visit to be settled while the patient stands at the hospital's counter. */
export interface CardVisit {
  key: string;
  caseNo: string;
  region: string;
  idNumber: string;
  costs: VisitCosts;
  shares: SettlementShares;
}

export interface CorePlatform {
  register(transfer: CoreTransfer): Promise<EffectResult>;
  enter(entry: CoreEntry): Promise<EffectResult>;
  settle(visit: CardVisit): Promise<EffectResult>;
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
    async enter(entry) {
      const answer = await ask({
        system,
        method: 'POST',
        url: `${base}/core/records`,
        headers: { 'idempotency-key': entry.key },
        body: JSON.stringify(entry),
        timeoutMs,
      });
      if (!isAccepted(answer)) return rejected(system, answer);
      return { outcome: 'done', data: { recordNo: textIn(system, fieldsOf(system, answer.body), 'recordNo') } };
    },
    async settle(visit) {
      const answer = await ask({
        system,
        method: 'POST',
        url: `${base}/core/settlements`,
        headers: { 'idempotency-key': visit.key },
        body: JSON.stringify(visit),
        timeoutMs,
      });
      if (!isAccepted(answer)) return rejected(system, answer);
      const fields = fieldsOf(system, answer.body);
      const amounts = Object.fromEntries(settledAmounts.map((name) => [name, amountIn(fields, name)]));
      return { outcome: 'done', data: { settlementNo: textIn(system, fields, 'settlementNo'), ...amounts } };
    },
  };
}

const settledAmounts = [
  'totalFen',
  'withinRulesFen',
  'basicFen',
  'seriousFen',
  'supplementaryFen',
  'personalFen',
] as const;

function amountIn(fields: Record<string, unknown>, name: string): number {
  const value = fields[name];
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw unreadable(system, `${name} is missing`);
  return value;
}
