import fc from 'fast-check';
import { allowancePayments, allowanceTotal, monthEnd } from './allowance';
import { BENEFIT_CHECKS } from './checks';
import { CLAIMED, DEDUCTED, PAID, PAID_BEFORE, statementOf } from './costs';

const amount = fc.integer({ min: 0, max: 50_000_000 });
const amounts = (fields: object) =>
  fc.record(Object.fromEntries(Object.keys(fields).map((field) => [field, amount])), { requiredKeys: [] });
const days = (date: string, n: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);
const date = fc.integer({ min: 0, max: 2500 }).map((n) => days('2023-01-01', n));
const allowance = fc
  .record({
    from: date,
    days: fc.integer({ min: 1, max: 200 }),
    monthlyBaseFen: fc.integer({ min: 1, max: 9_000_000 }),
    late: fc.nat(400),
  })
  .map(({ late, ...rest }) => ({ ...rest, settledOn: days(rest.from, late) }));

describe('costs', () => {
  it('lose no fen between the papers, those who pay and the person', () => {
    fc.assert(
      fc.property(amounts({ ...CLAIMED, ...PAID_BEFORE, ...DEDUCTED }), amounts(PAID), (audited, settled) => {
        const statement = statementOf(audited, settled);
        const { claimedFen, paidBeforeFen, payableFen, ownFen, auditedFen, deductedFen } = statement;
        expect(paidBeforeFen + payableFen + ownFen).toBe(claimedFen);
        expect(auditedFen + deductedFen + paidBeforeFen).toBe(claimedFen);
        expect(statement.claimed.reduce((sum, line) => sum + line.fen, 0)).toBe(claimedFen);
        expect(statement.paid.reduce((sum, line) => sum + line.fen, 0)).toBe(payableFen);
      }),
    );
  });

  it('that pass both checks leave nobody with less than nothing', () => {
    fc.assert(
      fc.property(amounts({ ...CLAIMED, ...PAID_BEFORE, ...DEDUCTED }), amounts(PAID), (audited, settled) => {
        const entered = { ...audited, ...settled, deductionReason: '范围外' };
        const state = { steps: {} } as never;
        const passes = Object.values([BENEFIT_CHECKS.costsAdd, BENEFIT_CHECKS.withinAudited]).every(
          (check) => check?.(entered, state) === undefined,
        );
        const { ownFen, auditedFen, claimedFen, payableFen } = statementOf(audited, settled);
        expect(passes).toBe(claimedFen > 0 && auditedFen >= 0 && payableFen <= auditedFen);
        if (passes) expect(ownFen).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('a maternity allowance', () => {
  it('is paid to the fen and to the day, once a month, from the end of the month after settlement', () => {
    fc.assert(
      fc.property(allowance, (given) => {
        const payments = allowancePayments(given);
        expect(payments.reduce((sum, one) => sum + one.amountFen, 0)).toBe(allowanceTotal(given));
        expect(payments.reduce((sum, one) => sum + one.days, 0)).toBe(given.days);
        expect(payments[0]?.payOn).toBe(monthEnd(given.settledOn, 1));
        expect(new Set(payments.map(({ period }) => period)).size).toBe(payments.length);
        for (const { payOn, days: paid, amountFen } of payments) {
          expect(days(payOn, 1).slice(8)).toBe('01');
          expect(paid).toBeGreaterThan(0);
          expect(amountFen).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('ends in the first month end that covers the last entitled day', () => {
    fc.assert(
      fc.property(allowance, (given) => {
        const lastDay = days(given.from, given.days - 1);
        const payments = allowancePayments(given);
        const last = payments.at(-1)?.payOn ?? '';
        expect(last >= lastDay).toBe(true);
        const before = payments.at(-2)?.payOn;
        if (before !== undefined) expect(before < lastDay).toBe(true);
      }),
    );
  });
});

describe('an allowance of 158 days at 6,000.00 a month', () => {
  const given = { from: '2026-01-10', days: 158, monthlyBaseFen: 600_000, settledOn: '2026-01-20' };

  it('is 31,600.00 in all, paid in February with January, and ends in June', () => {
    expect(allowanceTotal(given)).toBe(3_160_000);
    expect(allowancePayments(given)).toEqual([
      { period: '2026-02', payOn: '2026-02-28', days: 50, amountFen: 1_000_000 },
      { period: '2026-03', payOn: '2026-03-31', days: 31, amountFen: 620_000 },
      { period: '2026-04', payOn: '2026-04-30', days: 30, amountFen: 600_000 },
      { period: '2026-05', payOn: '2026-05-31', days: 31, amountFen: 620_000 },
      { period: '2026-06', payOn: '2026-06-30', days: 16, amountFen: 320_000 },
    ]);
  });

  it('is paid at once when settled after its last day', () => {
    expect(allowancePayments({ ...given, settledOn: '2026-07-02' })).toEqual([
      { period: '2026-08', payOn: '2026-08-31', days: 158, amountFen: 3_160_000 },
    ]);
  });
});
