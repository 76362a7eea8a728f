import type { CaseFile } from '../kernel/case-file';

/** 个人账户资金划转或提取 (YT-2.2 四.4) through the fund system; what the fund refuses comes back to the clerk with its reason. */
export async function settleAccount(file: CaseFile): Promise<void> {
  await file.untilDone('settlePersonalAccount', 'settleAccount', ({ treatment, amountFen, bankAccount }) => ({
    kind: treatment === 'withdraw' ? 'accountWithdrawal' : 'accountTransfer',
    amountFen: Number(amountFen ?? 0),
    ...(treatment === 'withdraw' && bankAccount ? { payeeRef: bankAccount } : {}),
  }));
}
