import {
  categoryNames,
  lastDayOf,
  payableTotal,
  periodOf,
  returnedLines,
  settlementLines,
  type SettlementLine,
} from '@due-process/domain';
import type { SetTotals } from '@due-process/contracts';
import type { CaseFile } from '../kernel/case-file';
import { paySet, reviewSet } from './pharmacy-set';

/**
 * 定点医药机构费用结算 (YT-11.1, YT-11.2, QD-10.1, QD-10.2): reported where the item asks for it, taken in with the return of single categories, settled by the first
 * reviewer, verified by a second, signed post by post, handed to the fund office and paid, then filed. Which of these an item has is its parameters' choice.
 */
export async function institutionSettlement(file: CaseFile): Promise<void> {
  const period = periodOf(file.form.period);
  const lastDay = lastDayOf(period);
  // A month that is not over cannot be accepted; until then no limit runs.
  if (lastDay < file.state.receivedOn) file.fact('periodEnded', undefined, lastDay);
  if (file.params.reports) await file.task('reportCosts');
  await file.intake();
  returnCategories(file, period);
  const set = file.params.opensFor === 'cityPharmacies' ? await reviewSet(file, period) : undefined;
  if (!set) await file.task('settleCosts');
  paper(file, 'monthlySettlementSheet', sheet(file, period, set));
  if (file.params.verifies) {
    await file.task('verifySettlement');
    paper(file, 'paymentOrder', sheet(file, period));
  }
  await sign(file, period);
  if (set) await paySet(file);
  else
    await file.untilDone('transferFunds', 'payBenefit', () => ({
      kind: 'institutionSettlement',
      amountFen: payableTotal(settlementLines(file.state)),
      period,
    }));
  file.fact('costsPaid');
  if (file.params.archives) await file.task('archiveSettlement');
  file.conclude();
}

/** 不符合清算条件二级清算类别予以退回: the rest of the report goes on. */
function returnCategories(file: CaseFile, period: string): void {
  const returned = returnedLines(settlementLines(file.state));
  if (returned.length === 0) return;
  const { returnReason } = file.state.steps.intake?.input ?? {};
  file.document('categoryReturnNotice', { period, lines: returned, reason: String(returnReason ?? '') });
}

/** 签批: one post after the other; 月度结算拨款表 is handed over with all signatures on it. */
async function sign(file: CaseFile, period: string): Promise<void> {
  const { signers } = file.params;
  if (!Array.isArray(signers)) return;
  for (const post of signers) await file.task(post);
  const signatures = ['settleCosts', 'verifySettlement', ...signers].map((key) => {
    const step = file.state.steps[key];
    const name = file.state.rules.stages.find(({ id }) => id === key)?.name ?? key;
    return { name, by: step?.by ?? '', on: step?.on ?? '' };
  });
  paper(file, 'appropriationSheet', { ...sheet(file, period), signatures });
}

/** A paper of the house: nothing has been told to anybody by it, so a case sent back makes it anew. */
function paper(file: CaseFile, type: string, data: Record<string, unknown>): void {
  file.document(type, data, `paper:${type}`);
}

function sheet(file: CaseFile, period: string, set?: SetTotals): Record<string, unknown> {
  const lines = set ? [setLine(set)] : settlementLines(file.state);
  const { sampled, sampleNote } = file.state.steps.settleCosts?.input ?? {};
  return {
    period,
    lines,
    totalFen: payableTotal(lines),
    ...(sampled === true ? { sample: String(sampleNote ?? '') } : {}),
    ...(set ? { merchants: `${set.merchants} 家药店，${set.transactions} 笔交易` } : {}),
  };
}

/** All pharmacies of a city in the one line of their sheet. */
const setLine = ({ claimedFen, deductionFen }: SetTotals): SettlementLine => ({
  category: 'card',
  name: categoryNames.card ?? '',
  claimedFen,
  returned: false,
  deductionFen,
  overQuotaFen: 0,
  payableFen: claimedFen - deductionFen,
});
