import type { EffectInput, EffectResult } from '@due-process/contracts';
import { inputOf } from '../outside/input';
import type { PersonStore } from '../people/person.store';
import type { Fund } from './wire';

/** Pays a benefit: to the account that was named, else to the applicant by the fund's own record of them. Nothing to pay is done at once. */
export function createPayBenefit(fund: Fund, people: PersonStore) {
  return async function payBenefit(effect: EffectInput): Promise<EffectResult> {
    const { kind, amountFen, payeeRef } = inputOf('payBenefit', effect);
    const { caseNo, key } = effect;
    if (amountFen === 0) return { outcome: 'done', data: { paymentNo: '' } };
    return fund.pay({ key, kind, amountFen, payeeRef: await payee(), caseNo });

    async function payee(): Promise<string> {
      if (typeof payeeRef === 'string') return payeeRef;
      if (payeeRef) return people.sealedValue(payeeRef.sealed);
      return `person:${(await people.applicantOf(caseNo)).id}`;
    }
  };
}
