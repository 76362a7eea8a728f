import type { EffectInput, EffectResult } from '@due-process/contracts';
import { inputOf } from '../outside/input';
import type { PersonStore } from '../people/person.store';
import type { PayeeStore } from './payee.store';
import type { Fund } from './wire';

/**
 * 个人账户 划转 or 提取 (YT-2.2 四.4). 划转 goes to the account that the new place named in its contact letter; 提取 to the account
 * that the applicant gave, else to the applicant by the fund's own record of them.
 */
export function createSettleAccount(fund: Fund, people: PersonStore, payees: PayeeStore) {
  return async function settleAccount(effect: EffectInput): Promise<EffectResult> {
    const { kind, amountFen, payeeRef } = inputOf('settleAccount', effect);
    const { caseNo, key } = effect;
    const payee = await payeeOf();
    if (payee === undefined) return { outcome: 'rejected', data: { reason: '未取得转入地的收款账户' } };
    return fund.pay({ key, kind, amountFen, payeeRef: payee, caseNo });

    async function payeeOf(): Promise<string | undefined> {
      if (typeof payeeRef === 'string') return payeeRef;
      if (payeeRef) return people.sealedValue(payeeRef.sealed);
      if (kind === 'accountTransfer') return payees.newPlace(caseNo);
      return `person:${(await people.applicantOf(caseNo)).id}`;
    }
  };
}
