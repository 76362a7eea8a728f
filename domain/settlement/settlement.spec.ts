import type { CaseState } from '@due-process/contracts';
import fc from 'fast-check';
import { SETTLEMENT_CHECKS, lastDayOf, payableTotal, periodBefore, returnedLines, settlementLines } from '.';

type Values = Record<string, unknown>;

const categories = ['employeeInpatient', 'residentChronic'];
const stateWith = (given: { report?: Values; intake?: Values; settle?: Values; pushed?: Values; form?: Values }) =>
  ({
    rules: { params: { categories } },
    form: { period: '2026-02-10', ...given.form },
    receivedOn: '2026-03-01',
    steps: {
      ...(given.report ? { reportCosts: { input: given.report } } : {}),
      ...(given.intake ? { intake: { input: given.intake } } : {}),
      ...(given.settle ? { settleCosts: { input: given.settle } } : {}),
    },
    facts: given.pushed ? { settlementFigures: { data: given.pushed } } : {},
  }) as unknown as CaseState;

describe('a month’s settlement', () => {
  it('pays what was claimed less deductions, entered and pushed, within the quota', () => {
    const rows = (amountFen: number, period = '2026-02') => ({ period, category: 'employeeInpatient', amountFen });
    const state = stateWith({
      report: { claimedEmployeeInpatient: 1000, claimedResidentChronic: 300 },
      settle: { deductionEmployeeInpatient: 50 },
      pushed: { quotas: [rows(800), rows(1, '2026-01')], deductions: [rows(100), rows(50), rows(999, '2026-01')] },
    });
    expect(settlementLines(state)).toEqual([
      {
        category: 'employeeInpatient',
        name: '职工住院',
        claimedFen: 1000,
        returned: false,
        quotaFen: 800,
        deductionFen: 200,
        overQuotaFen: 0,
        payableFen: 800,
      },
      expect.objectContaining({ category: 'residentChronic', claimedFen: 300, deductionFen: 0, payableFen: 300 }),
    ]);
    expect(payableTotal(settlementLines(state))).toBe(1100);
  });

  it('takes the reviewer’s quota before the pushed one', () => {
    const pushed = { quotas: [{ period: '2026-02', category: 'employeeInpatient', amountFen: 800 }] };
    const report = { claimedEmployeeInpatient: 1000 };
    const [line] = settlementLines(stateWith({ report, pushed, settle: { quotaEmployeeInpatient: 600 } }));
    expect(line).toMatchObject({ quotaFen: 600, overQuotaFen: 400, payableFen: 600 });
  });

  it('pays nothing for a category that was returned, and the others in full', () => {
    const state = stateWith({
      report: { claimedEmployeeInpatient: 1000, claimedResidentChronic: 300 },
      intake: { returnResidentChronic: true },
    });
    expect(settlementLines(state).map(({ payableFen }) => payableFen)).toEqual([1000, 0]);
    expect(returnedLines(settlementLines(state)).map(({ category }) => category)).toEqual(['residentChronic']);
  });

  it('never pays more than was claimed, nor more than the quota, nor less than nothing', () => {
    const fen = fc.integer({ min: 0, max: 1_000_000_000_00 });
    fc.assert(
      fc.property(fen, fc.option(fen, { nil: undefined }), fen, fc.boolean(), (claimed, quota, deducted, returned) => {
        const settle = {
          deductionEmployeeInpatient: deducted,
          ...(quota === undefined ? {} : { quotaEmployeeInpatient: quota }),
        };
        const state = stateWith({
          report: { claimedEmployeeInpatient: claimed },
          intake: { returnEmployeeInpatient: returned },
          settle,
        });
        const [line] = settlementLines(state);
        expect(line!.payableFen).toBeGreaterThanOrEqual(0);
        expect(line!.payableFen).toBeLessThanOrEqual(Math.min(claimed, quota ?? claimed));
        expect(line!.payableFen + line!.overQuotaFen).toBe(returned ? 0 : Math.max(0, claimed - deducted));
      }),
    );
  });
});

describe('what is checked before an act', () => {
  const state = stateWith({ report: { claimedEmployeeInpatient: 1000, claimedResidentChronic: 300 }, settle: {} });

  it('is that the second reviewer’s sum is the sheet’s', () => {
    expect(SETTLEMENT_CHECKS.settlementTotal!({ verifiedTotalFen: 1300 }, state)).toBeUndefined();
    expect(SETTLEMENT_CHECKS.settlementTotal!({ verifiedTotalFen: 1299 }, state)).toContain('13.00 元');
  });

  it('is that a return leaves something and says why', () => {
    const { someCategoryLeft } = SETTLEMENT_CHECKS;
    expect(someCategoryLeft!({}, state)).toBeUndefined();
    expect(someCategoryLeft!({ returnResidentChronic: true }, state)).toContain('写明原因');
    expect(someCategoryLeft!({ returnResidentChronic: true, returnReason: '不符' }, state)).toBeUndefined();
    const all = { returnEmployeeInpatient: true, returnResidentChronic: true, returnReason: '不符' };
    expect(someCategoryLeft!(all, state)).toContain('不予受理');
  });

  it('is that the month is over', () => {
    const { periodOver } = SETTLEMENT_CHECKS;
    expect(periodOver!({}, state)).toBeUndefined();
    expect(periodOver!({}, stateWith({ form: { period: '2026-03-01' } }))).toContain('尚未结束');
  });
});

it('a period ends on its last day, and the one before may lie in the year before', () => {
  expect([lastDayOf('2026-02'), lastDayOf('2024-02'), lastDayOf('2025-12')]).toEqual([
    '2026-02-28',
    '2024-02-29',
    '2025-12-31',
  ]);
  expect([periodBefore('2026-01-31'), periodBefore('2026-03-01')]).toEqual(['2025-12', '2026-02']);
});
