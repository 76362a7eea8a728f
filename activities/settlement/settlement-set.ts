import type { EffectActivities, EffectInput, EffectResult } from '@due-process/contracts';
import { lastDayOf } from '@due-process/domain';
import { Context } from '@temporalio/activity';
import type { Pool } from 'pg';
import type { Fund } from '../fund/wire';
import { inputOf } from '../outside/input';
import type { PersonStore } from '../people/person.store';
import { createSettlementSetStore, type DueLine } from './settlement-set.store';

/** So many payments are under way at a time, and so many lines are read at once. */
const inFlight = 4;
const pageSize = 200;
/** A clerk reads the first few; all stand on the case's own page. */
const named = 5;

type SetActivities = Pick<EffectActivities, 'drawUpSet' | 'changeSet' | 'paySet'>;

/**
 * 全市定点零售药店结算 (QD-10.2 四（二）（三）): one set of data, one payment a pharmacy. A payment's key is case, pharmacy and attempt: an order whose answer was lost
 * is asked for again under the same key, one that came back goes out under the next, and what is paid is passed over.
 */
export function createSettlementSet(pool: Pool, fund: Fund, people: Pick<PersonStore, 'sealedValue'>): SetActivities {
  const store = createSettlementSetStore(pool);

  async function pay(caseNo: string, line: DueLine, attempt: number): Promise<void> {
    const { merchantNo, creditCode, payableFen: amountFen, payeeRef, state } = line;
    const nth = state === 'sent' ? line.attempt : attempt;
    await store.sent(caseNo, merchantNo, nth);
    const key = `${caseNo}:pay:${merchantNo}:${nth}`;
    const payee = payeeRef === null ? `organisation:${creditCode}` : await people.sealedValue(payeeRef);
    const { outcome, data } = await fund.pay({
      key,
      kind: 'institutionSettlement',
      amountFen,
      payeeRef: payee,
      caseNo,
    });
    const paymentNo = typeof data.paymentNo === 'string' ? { paymentNo: data.paymentNo } : {};
    await store.answered(caseNo, merchantNo, {
      ...paymentNo,
      ...(outcome === 'done' ? {} : { refusal: String(data.reason) }),
    });
  }

  return {
    async drawUpSet(effect) {
      const { period } = inputOf('drawUpSet', effect);
      const { caseNo, agency } = effect;
      await store.drawUp({ caseNo, agency, firstDay: `${period}-01`, lastDay: lastDayOf(period) });
      return { outcome: 'done', data: { ...(await store.totals(caseNo)) } };
    },

    async changeSet(effect: EffectInput): Promise<EffectResult> {
      const { merchantNo, deductionFen, reason, payeeRef } = inputOf('changeSet', effect);
      const payee = typeof payeeRef === 'object' ? { ref: payeeRef.sealed, masked: payeeRef.masked } : undefined;
      const refused = await store.change(effect.caseNo, {
        merchantNo,
        ...(deductionFen === undefined ? {} : { deductionFen }),
        ...(reason === undefined ? {} : { reason }),
        ...(payee ? { payee } : {}),
      });
      if (refused) return { outcome: 'rejected', data: { reason: refused } };
      return { outcome: 'done', data: { ...(await store.totals(effect.caseNo)) } };
    },

    async paySet(effect) {
      const { attempt } = inputOf('paySet', effect);
      const { caseNo } = effect;
      let done = 0;
      for (let after = ''; ;) {
        const page = await store.due(caseNo, attempt, after, pageSize);
        const waiting = [...page];
        const work = async (): Promise<void> => {
          for (let line = waiting.shift(); line; line = waiting.shift()) {
            await pay(caseNo, line, attempt);
            Context.current().heartbeat(++done);
          }
        };
        await Promise.all(Array.from({ length: inFlight }, work));
        if (page.length < pageSize) break;
        after = page.at(-1)?.merchantNo ?? '';
      }
      const { paid, paidFen, rejected } = await store.outcome(caseNo);
      if (rejected.length === 0) return { outcome: 'done', data: { paid, paidFen } };
      const first = rejected.slice(0, named).map(({ name, refusal }) => `${name}（${refusal}）`);
      const more = rejected.length > named ? ` 等 ${rejected.length} 家` : '';
      return {
        outcome: 'rejected',
        data: { reason: `已拨付 ${paid} 家；退回 ${rejected.length} 家：${first.join('、')}${more}`, paid, paidFen },
      };
    },
  };
}
