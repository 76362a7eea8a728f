import type { EffectInput, EffectResult } from '@due-process/contracts';
import { inputOf } from '../outside/input';
import type { PersonStore } from '../people/person.store';
import type { Fund } from './wire';

/** 个人账户 划转 or 提取. Without a payee of its own the money goes to the person, by the person's reference in the fund system. */
export function createSettleAccount(fund: Fund, people: PersonStore) {
  return async function settleAccount(effect: EffectInput): Promise<EffectResult> {
    const { kind, amountFen, payeeRef } = inputOf('settleAccount', effect);
    const { caseNo, key } = effect;
    return fund.pay({ key, kind, amountFen, payeeRef: await payee(payeeRef, caseNo, people), caseNo });
  };
}

async function payee(
  given: string | { sealed: string } | undefined,
  caseNo: string,
  people: PersonStore,
): Promise<string> {
  if (given === undefined) return `person:${(await people.applicantOf(caseNo)).id}`;
  return typeof given === 'string' ? given : people.sealedValue(given.sealed);
}
