import type { CaseFile } from '../kernel/case-file';
import { record } from './record';
import { review } from './review';

/**
 * 个人账户一次性支付 (YT-3.3), 一次性支取 (QD-2.1): reviewed, and what complies with the rules is paid: the whole balance as the register said it at acceptance. Only when
 * the money has arrived is the account closed: what the bank sends back leaves it as it was, and from then on nothing can reject the application any more. To name another bank
 * account (QD-2.1 六) is a request of its own, which pays nothing.
 */
export async function accountWithdrawal(file: CaseFile): Promise<void> {
  await file.intake();
  await review(file);
  if (file.state.variant !== undefined && file.state.variant === file.params.accountChange) {
    await record(file, {}, 'payoutAccount');
    file.conclude('completed', '个人账户资金的收款银行账户已变更');
    return;
  }
  const amountFen = Number(file.state.facts.personalAccount?.data?.accountBalanceFen ?? 0);
  const paymentNo = await pay(file, amountFen);
  await record(file, { amountFen, paymentNo }, 'accountClosure', 'correctClosure');
  file.document('accountPaymentSheet', { amountFen, paymentNo });
  file.conclude();
}

/** 支付 by finance: to the account entered there, else the one on the application, else the person's own as the fund knows it; what the bank sends back is paid again. */
async function pay(file: CaseFile, amountFen: number): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const nth = attempt === 1 ? '' : `#${attempt}`;
    const { input } = await file.task('payOut', `payOut${nth}`);
    const payeeRef = input.bankAccount ?? file.form.bankAccount;
    const order = { kind: 'accountWithdrawal', amountFen, ...(payeeRef ? { payeeRef } : {}) };
    const paid = await file.effect('payBenefit', order, `effect:payBenefit${nth}`);
    if (paid.action === 'done') return String(paid.input.paymentNo ?? '');
  }
}
