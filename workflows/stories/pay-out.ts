import type { CaseFile } from '../kernel/case-file';

/** 支付: finance pays what the item's `pays` names; what the bank sends back comes back to finance. */
export async function payOut(file: CaseFile, kind = file.params.pays): Promise<void> {
  if (typeof kind !== 'string') return;
  await file.untilDone('payOut', 'payBenefit', ({ amountFen, bankAccount }) => ({
    kind,
    amountFen,
    ...(bankAccount ? { payeeRef: bankAccount } : {}),
  }));
}
