import type { CaseFile } from '../kernel/case-file';

interface Payment {
  amountFen: number;
  /** `YYYY-MM` of what is paid month by month. */
  period?: string;
  /** Stage that corrects the account when the bank sends the money back. */
  stage: 'disburse' | 'correctAccount';
  /** Whether a person of that stage sends the first order too; otherwise it goes out by itself. */
  ordered: boolean;
}

/**
 * 拨付 of an amount that was settled before and that nobody can change here. What the bank sends back comes back to a person with its reason, under a
 * new key each time. Nothing to pay is paid without an order.
 */
export async function payBenefit(file: CaseFile, { amountFen, period, stage, ordered }: Payment): Promise<void> {
  if (amountFen === 0) return;
  const of = period === undefined ? '' : `:${period}`;
  for (let attempt = 1; ; attempt++) {
    const nth = attempt === 1 ? '' : `#${attempt}`;
    if (attempt > 1 || ordered) await file.task(stage, `${stage}${of}${nth}`);
    const account = correctedAccount(file, stage) ?? file.form.benefitAccount;
    const done = await file.effect(
      'payBenefit',
      {
        kind: file.params.pays,
        amountFen,
        ...(account ? { payeeRef: account } : {}),
        ...(period === undefined ? {} : { period }),
      },
      `effect:payBenefit${of}${nth}`,
    );
    if (done.action !== 'done') continue;
    const { paymentNo } = done.input;
    const paidTo = maskedOf(account);
    const said = { amountFen, paymentNo, ...(paidTo ? { paidTo } : {}), ...(period ? { period } : {}) };
    file.document('paymentNotice', said, `document:paymentNotice${of}`);
    return;
  }
}

/** An account that was corrected once holds for what follows. */
const correctedAccount = (file: CaseFile, stage: string): unknown =>
  Object.values(file.state.steps)
    .toSorted((a, b) => b.order - a.order)
    .find(({ key, input }) => key.startsWith(stage) && input.bankAccount)?.input.bankAccount;

const maskedOf = (account: unknown): unknown =>
  typeof account === 'object' && account !== null && 'masked' in account ? account.masked : undefined;
