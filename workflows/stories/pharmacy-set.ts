import type { SetTotals, StepResult } from '@due-process/contracts';
import type { CaseFile } from '../kernel/case-file';

/**
 * 全市定点零售药店结算数据 (QD-10.2 四（二）（三）): one set a month, reviewed pharmacy by pharmacy and paid pharmacy by pharmacy. Its lines are a table of their own;
 * the case holds what they come to.
 */
const nthOf = (nth: number): string => (nth === 1 ? '' : `#${nth}`);

/** Draws the set up and lets the reviewer take off what a pharmacy is not due; what does not fit the set comes back with its reason. */
export async function reviewSet(file: CaseFile, period: string): Promise<SetTotals> {
  await file.effect('drawUpSet', { period }, 'set:drawn');
  for (let nth = 1; ; nth++) {
    const { action, input } = await file.task('settleCosts', `settleCosts${nthOf(nth)}`);
    if (action !== 'deductMerchant')
      return totalsOf(await file.effect('drawUpSet', { period }, `set:settled${nthOf(nth)}`));
    const { merchantNo, deductionFen, reason } = input;
    await file.effect('changeSet', { merchantNo, deductionFen, reason }, `set:deducted${nthOf(nth)}`);
  }
}

/** 拨付: every pharmacy its own order; what the bank sends back comes back to finance, and only that is paid again. */
export async function paySet(file: CaseFile): Promise<void> {
  let attempt = 1;
  for (let nth = 1; ; nth++) {
    const { action, input } = await file.task('transferFunds', `transferFunds${nthOf(nth)}`);
    if (action === 'correctPayee') {
      const { merchantNo, payeeAccount } = input;
      await file.effect('changeSet', { merchantNo, payeeRef: payeeAccount }, `set:payee${nthOf(nth)}`);
      continue;
    }
    const paid = await file.effect('paySet', { attempt }, `effect:paySet${nthOf(nth)}`);
    if (paid.action === 'done') return;
    attempt++;
  }
}

const totalsOf = ({ input }: StepResult): SetTotals => ({
  merchants: Number(input.merchants ?? 0),
  transactions: Number(input.transactions ?? 0),
  claimedFen: Number(input.claimedFen ?? 0),
  deductionFen: Number(input.deductionFen ?? 0),
});
