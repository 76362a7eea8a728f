import type { CaseFigures, CaseState } from '@due-process/contracts';
import { payableTotal, settlementLines, type SettlementLine } from '@due-process/domain';
import { amount } from './yuan';

/**
 * 结算明细 of an institution's month (YT-11, QD-10.1): what was reported, what the platform and the reviewer take off, and what is paid, so that everybody who signs
 * sees the same figures. Nothing before anything is reported; a city's pharmacies have their own list.
 */
export function caseFigures(state: CaseState): CaseFigures | null {
  const { categories, opensFor } = state.rules.params;
  if (!Array.isArray(categories) || opensFor === undefined || opensFor === 'cityPharmacies') return null;
  const lines = settlementLines(state).filter(({ claimedFen }) => claimedFen > 0);
  if (lines.length === 0) return null;
  const shown = columnsOf(lines);
  const total = (of: (line: SettlementLine) => number): string =>
    amount(lines.reduce((sum, line) => sum + of(line), 0));
  return {
    title: '结算明细（元）',
    columns: ['清算类别', ...shown.map(({ name }) => name)],
    rows: [
      ...lines.map((line) => [
        line.returned ? `${line.name}（已退回）` : line.name,
        ...shown.map(({ of }) => of(line)),
      ]),
      ['合计', ...shown.map(({ sum }) => (sum ? total(sum) : ''))],
    ],
  };
}

interface Column {
  name: string;
  of: (line: SettlementLine) => string;
  sum?: (line: SettlementLine) => number;
}

/** Quotas only where some are set. */
function columnsOf(lines: readonly SettlementLine[]): Column[] {
  const figure = (name: string, sum: (line: SettlementLine) => number): Column => ({
    name,
    of: (line) => amount(sum(line)),
    sum,
  });
  const quota: Column[] = [
    { name: '月度指标', of: ({ quotaFen }) => (quotaFen === undefined ? '未设' : amount(quotaFen)) },
    figure('超指标不付', ({ overQuotaFen }) => overQuotaFen),
  ];
  return [
    figure('申报', ({ claimedFen }) => claimedFen),
    figure('扣费', ({ deductionFen }) => deductionFen),
    ...(lines.some(({ quotaFen }) => quotaFen !== undefined) ? quota : []),
    figure('应付', (line) => payableTotal([line])),
  ];
}
