import { amount, type CaseFigures, type CaseState } from '@due-process/contracts';
import { payableTotal, settlementLines, type SettlementLine } from '@due-process/domain';

/** What figures a case has for this viewer: a hospital sees what came of its patient's visit; what the agency settles is its own until it is told. */
export const caseFigures = (state: CaseState, outside: boolean): CaseFigures | null =>
  visitFigures(state) ?? (outside ? null : monthFigures(state));

/** 一站式结算 (YT-4 四): basic, serious-illness and supplementary insurance in one settlement, and what is left to the patient. */
function visitFigures(state: CaseState): CaseFigures | null {
  const settled = Object.values(state.steps)
    .toSorted((a, b) => b.order - a.order)
    .find(({ key, action }) => key.startsWith('effect:settleCard') && action === 'done');
  if (!settled) return null;
  const parts: Readonly<Record<string, unknown>> = settled.input;
  const row = (name: string, part: string): string[] => [name, amount(Number(parts[part] ?? 0))];
  return {
    title: '结算结果（元）',
    columns: ['结算项目', '金额'],
    rows: [
      row('费用总额', 'totalFen'),
      row('其中符合规定的费用', 'withinRulesFen'),
      row('基本医疗保险支付', 'basicFen'),
      row('大病保险支付', 'seriousFen'),
      row('补充医疗保险支付', 'supplementaryFen'),
      row('个人负担', 'personalFen'),
    ],
  };
}

/**
 * 结算明细 of an institution's month (YT-11, QD-10.1): what was reported, what the platform and the reviewer take off, and what is paid, so that everybody who signs
 * sees the same figures. Nothing before anything is reported; a city's pharmacies have their own list.
 */
function monthFigures(state: CaseState): CaseFigures | null {
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
