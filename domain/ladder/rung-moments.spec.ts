import type { LimitUnit, PauseSpan, RungSpec } from '@due-process/contracts';
import fc from 'fast-check';
import { toDayNumber, toIsoDate } from '../calendar/day-number';
import { calendar } from '../calendar/notices.fixture';
import { dueDate } from '../clock/deadline';
import { rungMoments } from './rung-moments';

const rungs: RungSpec[] = [
  { id: 'half', share: 0.5 },
  { id: 'near', share: 0.8 },
  { id: 'due', due: true },
  { id: 'late1', afterDue: 1 },
  { id: 'late3', afterDue: 3 },
];

const ladder = (start: string, quantity: number, unit: LimitUnit = 'workingDay', pauses: PauseSpan[] = []) => {
  const term = { start, quantity, unit, calendar, pauses };
  return rungMoments({ ...term, dueOn: dueDate(term), rungs });
};
const days = (...args: Parameters<typeof ladder>) => ladder(...args).map(({ rung, on }) => `${rung} ${on}`);

describe('the ladder', () => {
  it('falls on the fifth, the eighth and the tenth of ten working days and after, at 08:30', () => {
    // Mon 2 Mar 2026: 3 1 … 9 5, 10 6, 11 7, 12 8, 13 9, 16 10, 17 +1, 18 +2, 19 +3
    expect(days('2026-03-02', 10)).toEqual([
      'half 2026-03-09',
      'near 2026-03-12',
      'due 2026-03-16',
      'late1 2026-03-17',
      'late3 2026-03-19',
    ]);
    expect(ladder('2026-03-02', 10)[0]?.at).toBe('2026-03-09T00:30:00.000Z');
  });

  it('rounds a share up to whole days, and only a true remainder', () => {
    // 5 days: ⌈2.5⌉ = 3, ⌈4⌉ = 4; 15 days: 0.8 × 15 = 12
    expect(days('2026-03-02', 5).slice(0, 2)).toEqual(['half 2026-03-05', 'near 2026-03-06']);
    expect(days('2026-03-02', 15)[1]).toBe('near 2026-03-18');
    // 0.55 × 100 is 55.00000000000001 in binary: the 55th day after 2 March, 29 to the 31st and 26 in April
    const term = { start: '2026-03-02', quantity: 100, unit: 'calendarDay' as const, calendar };
    const moments = rungMoments({ ...term, dueOn: dueDate(term), rungs: [{ id: 'more', share: 0.55 }] });
    expect(moments.map(({ on }) => on)).toEqual(['2026-04-26']);
  });

  it('steps over the Spring Festival', () => {
    // Wed 11 Feb: 12 1, 13 2, 14 (made up) 3, 24 4, 25 5, 26 +1, 27 +2, 28 (made up) +3
    expect(days('2026-02-11', 5)).toEqual([
      'half 2026-02-14',
      'near 2026-02-24',
      'due 2026-02-25',
      'late1 2026-02-26',
      'late3 2026-02-28',
    ]);
  });

  it('takes a share of a month by calendar days', () => {
    // 2 Mar to 2 Apr: 31 days, ⌈15.5⌉ = 16, ⌈24.8⌉ = 25; 4–6 Apr 清明
    expect(days('2026-03-02', 1, 'month')).toEqual([
      'half 2026-03-18',
      'near 2026-03-27',
      'due 2026-04-02',
      'late1 2026-04-03',
      'late3 2026-04-08',
    ]);
  });

  it('follows the clock over a closed pause', () => {
    // 3 Mar 1, 4 2, 5–10 stand still, 11 3, 12 4, 13 5, 16 +1, 18 +3
    expect(days('2026-03-02', 5, 'workingDay', [{ from: '2026-03-04', to: '2026-03-10' }])).toEqual([
      'half 2026-03-11',
      'near 2026-03-12',
      'due 2026-03-13',
      'late1 2026-03-16',
      'late3 2026-03-18',
    ]);
  });

  it('shows only what came before a pause that is still open', () => {
    expect(days('2026-03-02', 10, 'workingDay', [{ from: '2026-03-09' }])).toEqual(['half 2026-03-09']);
    expect(days('2026-03-02', 10, 'workingDay', [{ from: '2026-03-06' }])).toEqual([]);
    expect(days('2026-03-02', 10, 'workingDay', [{ from: '2026-03-17' }])).toHaveLength(4);
  });

  it('waits for the receipt when the notice was given on the last day', () => {
    expect(days('2026-03-02', 5, 'workingDay', [{ from: '2026-03-09', to: '2026-03-11' }]).slice(2)).toEqual([
      'due 2026-03-09',
      'late1 2026-03-12',
      'late3 2026-03-16',
    ]);
  });

  it('of an immediate item has no shares', () => {
    expect(days('2026-03-02', 0)).toEqual(['due 2026-03-02', 'late1 2026-03-03', 'late3 2026-03-05']);
  });

  it('never falls before the start nor a share after the due date', () => {
    const starts = fc.integer({ min: toDayNumber('2025-01-01'), max: toDayNumber('2027-12-31') }).map(toIsoDate);
    const pause = fc.tuple(starts, fc.nat(30)).map(([from, n]) => ({ from, to: toIsoDate(toDayNumber(from) + n) }));
    fc.assert(
      fc.property(
        starts,
        fc.integer({ min: 1, max: 60 }),
        fc.array(pause, { maxLength: 3 }),
        (start, quantity, pauses) => {
          const [half, near, due, late1, late3] = ladder(start, quantity, 'workingDay', pauses).map(
            (moment) => moment.on,
          );
          expect(start < half! && half! <= near! && near! <= due! && due! < late1! && late1! < late3!).toBe(true);
        },
      ),
    );
  });
});
