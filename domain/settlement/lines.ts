import type { CaseState } from '@due-process/contracts';
import { periodOf } from './period';

/**
 * What an institution is paid for a month, one line a 二级清算类别. Basis: QD-10.1 四: reported by the institution, returned by category where it does not
 * qualify, less the deductions of the cost review (entered or pushed), within the monthly quota; YT-11.1 and YT-11.2 审核 and 拨付 without quota. Amounts in fen.
 */
export interface SettlementLine {
  category: string;
  name: string;
  claimedFen: number;
  /** Not taken this time; it may be reported again by itself. */
  returned: boolean;
  /** Absent where no quota is set: the whole is payable. */
  quotaFen?: number;
  deductionFen: number;
  /** What lies above the quota and is not paid with this month. */
  overQuotaFen: number;
  payableFen: number;
}

/** 二级清算类别, and the one line of a pharmacy. The guides name none: the list is a setting of ours. */
export const categoryNames: Readonly<Record<string, string>> = {
  employeeInpatient: '职工住院',
  employeeChronic: '职工门诊慢特病',
  employeeOutpatient: '职工普通门诊',
  residentInpatient: '居民住院',
  residentChronic: '居民门诊慢特病',
  residentOutpatient: '居民普通门诊',
  employee: '职工医疗费用',
  resident: '居民医疗费用',
  card: '个人账户刷卡',
};

type Input = Readonly<Record<string, unknown>>;
/** As the core platform pushes them before the settlement. */
interface Row {
  period: string;
  category: string;
  amountFen: number;
}
interface Pushed {
  quotas?: unknown;
  deductions?: unknown;
}

const fen = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const named = (prefix: string, category: string): string =>
  `${prefix}${category.charAt(0).toUpperCase()}${category.slice(1)}`;
const rowsOf = (rows: unknown): Row[] => (Array.isArray(rows) ? (rows as Row[]) : []);

/** `settled` is the first reviewer's entry: before it is made, what the case would come to without one. */
export function settlementLines(
  state: CaseState,
  settled: Input = state.steps.settleCosts?.input ?? {},
): SettlementLine[] {
  const { categories } = state.rules.params;
  const reported = state.steps.reportCosts?.input ?? {};
  const accepted = state.steps.intake?.input ?? {};
  const period = periodOf(state.form.period);
  const pushed: Pushed = state.facts.settlementFigures?.data ?? {};
  return (Array.isArray(categories) ? categories : []).map((category) => {
    const claimedFen = fen(reported[named('claimed', category)]) ?? fen(state.form[named('claimed', category)]) ?? 0;
    const returned = accepted[named('return', category)] === true;
    const ours = (row: Row): boolean => row.category === category && row.period === period;
    const quota = rowsOf(pushed.quotas).find(ours)?.amountFen;
    const quotaFen = fen(settled[named('quota', category)]) ?? quota;
    const deductionFen = rowsOf(pushed.deductions)
      .filter(ours)
      .reduce((sum, row) => sum + row.amountFen, fen(settled[named('deduction', category)]) ?? 0);
    const due = returned ? 0 : Math.max(0, claimedFen - deductionFen);
    const payableFen = quotaFen === undefined ? due : Math.min(due, quotaFen);
    return {
      category,
      name: categoryNames[category] ?? category,
      claimedFen,
      returned,
      ...(quotaFen === undefined ? {} : { quotaFen }),
      deductionFen,
      overQuotaFen: due - payableFen,
      payableFen,
    };
  });
}

export const payableTotal = (lines: readonly SettlementLine[]): number =>
  lines.reduce((sum, { payableFen }) => sum + payableFen, 0);

export const returnedLines = (lines: readonly SettlementLine[]): SettlementLine[] =>
  lines.filter(({ returned, claimedFen }) => returned && claimedFen > 0);
