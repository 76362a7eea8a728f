import type { LimitUnit, PauseSpan } from '@due-process/contracts';
import fc from 'fast-check';
import { withNotice } from '../calendar/build-calendar';
import { toDayNumber, toIsoDate } from '../calendar/day-number';
import { calendar, notices, statutory } from '../calendar/notices.fixture';
import { statutoryHolidays } from '../calendar/statutory-days';
import { addWorkingDays, isWorkingDay } from '../calendar/working-days';
import { nthCountedDay, periodLength, usedDays } from './count';
import { deadline, dueDate } from './deadline';

const span = (from: string, to: string) => fc.integer({ min: toDayNumber(from), max: toDayNumber(to) }).map(toIsoDate);
const starts = span('2025-01-01', '2027-11-30');
const closedPause = fc
  .tuple(span('2024-12-20', '2027-12-31'), fc.nat(40))
  .map(([from, days]): PauseSpan => ({ from, to: toIsoDate(toDayNumber(from) + days) }));
const closed = fc.array(closedPause, { maxLength: 4 });
/** Limits as the guides know them: up to a quarter in days, up to some years in months and years. */
const limits = fc.oneof(
  fc.record({ unit: fc.constant<LimitUnit>('workingDay'), quantity: fc.nat(60) }),
  fc.record({ unit: fc.constant<LimitUnit>('calendarDay'), quantity: fc.nat(90) }),
  fc.record({ unit: fc.constant<LimitUnit>('month'), quantity: fc.nat(14) }),
  fc.record({ unit: fc.constant<LimitUnit>('year'), quantity: fc.nat(2) }),
);

/** A second implementation, on the platform's dates and on sets of strings, made from the notices and nothing else. */
const rests = new Set<string>();
const worked = new Set<string>();
const addDays = (date: string, n: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);
for (const notice of [...notices.map((n) => n.holidays), statutoryHolidays(2027, statutory.years['2027']!)]) {
  for (const { from, to } of notice) for (let day = from; day <= to; day = addDays(day, 1)) rests.add(day);
}
for (const notice of notices) for (const day of notice.makeUpWorkdays) worked.add(day);
for (const year of [2024, ...Array.from({ length: 80 }, (_, i) => 2028 + i)]) {
  for (const day of ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']) rests.add(`${year}-${day}`);
}
const naiveWorks = (date: string) => {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return worked.has(date) || (weekday !== 0 && weekday !== 6 && !rests.has(date));
};
function naiveDue(start: string, quantity: number, unit: LimitUnit, pauses: PauseSpan[]): string {
  const paused = (date: string) => pauses.some((pause) => date > pause.from && date <= (pause.to ?? pause.from));
  const counts = (date: string) => !paused(date) && (unit !== 'workingDay' || naiveWorks(date));
  let target = quantity;
  if (unit === 'month' || unit === 'year') {
    const [year = 0, month = 0, day = 0] = start.split('-').map(Number);
    const months = unit === 'year' ? quantity * 12 : quantity;
    const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
    const end = Date.UTC(year, month - 1 + months, Math.min(day, last));
    target = (end - Date.parse(`${start}T00:00:00Z`)) / 86_400_000;
  }
  let date = start;
  while (target > 0) {
    date = addDays(date, 1);
    if (counts(date)) target--;
  }
  if (quantity > 0) while (!naiveWorks(date) || (date !== start && paused(date))) date = addDays(date, 1);
  return date;
}

describe('a deadline, whatever the calendar and the pauses', () => {
  it('agrees with a second implementation made from the notices alone', () => {
    fc.assert(
      fc.property(starts, limits, closed, (start, limit, pauses) => {
        expect(dueDate({ start, ...limit, calendar, pauses })).toBe(
          naiveDue(start, limit.quantity, limit.unit, pauses),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('is never earlier for a greater quantity', () => {
    fc.assert(
      fc.property(starts, limits, fc.nat(3), closed, (start, { unit, quantity }, more, pauses) => {
        const at = (n: number) => dueDate({ start, quantity: n, unit, calendar, pauses });
        expect(at(quantity + more) >= at(quantity)).toBe(true);
      }),
    );
  });

  it('is never earlier for one more pause, open or closed', () => {
    const more = fc.oneof(
      closedPause,
      closedPause.map(({ from }): PauseSpan => ({ from })),
    );
    fc.assert(
      fc.property(starts, limits, closed, more, (start, limit, pauses, extra) => {
        const at = (all: PauseSpan[]) => dueDate({ start, ...limit, calendar, pauses: all });
        expect(at([...pauses, extra]) >= at(pauses)).toBe(true);
      }),
    );
  });

  it('is no earlier once an open pause is closed, and equals the date asked for as of that day', () => {
    fc.assert(
      fc.property(starts, limits, closed, closedPause, (start, limit, pauses, last) => {
        const at = (all: PauseSpan[], asOf?: string) => dueDate({ start, ...limit, calendar, pauses: all, asOf });
        const open = [...pauses, { from: last.from }];
        expect(at([...pauses, last]) >= at(open)).toBe(true);
        expect(at(open, last.to)).toBe(at([...pauses, last]));
      }),
    );
  });

  it('falls on a working day unless it has no length', () => {
    fc.assert(
      fc.property(starts, limits, closed, (start, { unit, quantity }, pauses) => {
        const dueOn = dueDate({ start, quantity: quantity + 1, unit, calendar, pauses });
        expect(isWorkingDay(calendar, dueOn)).toBe(true);
      }),
    );
  });

  it('counts exactly its quantity, over consecutive days from start to due date', () => {
    fc.assert(
      fc.property(starts, limits, closed, (start, limit, pauses) => {
        const term = { start, ...limit, calendar, pauses };
        const { derivation, dueOn } = deadline(term);
        expect(derivation.filter((day) => day.counted)).toHaveLength(periodLength(term));
        expect(derivation.every((day, i) => day.date === addDays(start, i))).toBe(true);
        expect(derivation.at(-1)?.date).toBe(dueOn);
      }),
    );
  });

  it('is the same for the pauses in any order and for a pause split in two', () => {
    fc.assert(
      fc.property(starts, limits, closed, (start, limit, pauses) => {
        const at = (all: PauseSpan[]) => dueDate({ start, ...limit, calendar, pauses: all });
        const halves = pauses.flatMap(({ from, to = from }) => {
          const middle = toIsoDate(Math.floor((toDayNumber(from) + toDayNumber(to)) / 2));
          return [
            { from: middle, to },
            { from, to: middle },
          ];
        });
        expect(at(pauses.toReversed())).toBe(at(pauses));
        expect(at(halves)).toBe(at(pauses));
      }),
    );
  });

  it('moves by no day when a notice equal to the assumption is published, and becomes firm', () => {
    const holidays = statutoryHolidays(2027, statutory.years['2027']!);
    const published = withNotice(calendar, { ...notices[1]!, year: 2027, holidays, makeUpWorkdays: [] }, '2027');
    fc.assert(
      fc.property(starts, limits, closed, (start, limit, pauses) => {
        const before = deadline({ start, ...limit, pauses, calendar });
        const after = deadline({ start, ...limit, pauses, calendar: published });
        expect(after.derivation).toEqual(before.derivation);
        expect(after.provisional).toBe(limit.quantity > 0 && after.dueOn > '2027-12-25');
      }),
    );
  });

  it('in working days is the day on which the used days reach the quantity', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 60 }), closed, (start, quantity, pauses) => {
        const term = { start, unit: 'workingDay' as const, calendar, pauses };
        const dueOn = dueDate({ ...term, quantity });
        expect(nthCountedDay(term, quantity)).toBe(dueOn);
        expect(usedDays(term, dueOn)).toBe(quantity);
        expect(dueDate({ ...term, quantity, pauses: [] })).toBe(addWorkingDays(calendar, start, quantity));
      }),
    );
  });
});
