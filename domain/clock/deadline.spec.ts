import type { LimitUnit, PauseSpan } from '@due-process/contracts';
import { calendar, notices, statutory } from '../calendar/notices.fixture';
import { deadline } from './deadline';
import { holidayNames, nameHolidays } from './name-holidays';

/** Worked by hand from the notices; the working stands beside each example. */
const due = (start: string, quantity: number, unit: LimitUnit = 'workingDay', pauses: PauseSpan[] = []) =>
  deadline({ start, quantity, unit, calendar, pauses });

const reasons = (result: ReturnType<typeof due>) =>
  result.derivation.map((day) => `${day.date.slice(5)} ${day.reason}`);

describe('working days', () => {
  it('skip the Spring Festival of 2026 and count both Saturdays worked for it', () => {
    // 10 Feb 1, 11 2, 12 3, 13 (Fri) 4, 14 (Sat, made up) 5, 15–23 holiday, 24 6, 25 7, 26 8, 27 9, 28 (Sat, made up) 10
    const result = due('2026-02-09', 10);
    expect(result.dueOn).toBe('2026-02-28');
    expect(reasons(result)).toEqual([
      '02-09 startDay',
      ...['02-10', '02-11', '02-12', '02-13'].map((day) => `${day} workingDay`),
      '02-14 makeUpWorkday',
      ...['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((day) => `02-${day} holiday`),
      ...['02-24', '02-25', '02-26', '02-27'].map((day) => `${day} workingDay`),
      '02-28 makeUpWorkday',
    ]);
    expect(result.provisional).toBe(false);
    expect(result.calendarVersion).toBe('2026');
  });

  it.each([
    // Fri 26 Sep 2025: 27 weekend, 28 (Sun, made up) 1, 29 2, 30 3, 1–8 Oct 国庆 and 中秋, 9 (Thu) 4, 10 5, 11 (Sat, made up) 6, 13 (Mon) 7
    ['2025-09-26', 5, '2025-10-10'],
    ['2025-09-26', 6, '2025-10-11'],
    ['2025-09-26', 7, '2025-10-13'],
    // Sat 7 Mar 2026 is a start like any other: 8 weekend, 9 1
    ['2026-03-07', 1, '2026-03-09'],
    // in the middle of a holiday: 3 Oct 2026, 4–7 holiday, 8 (Thu) 1, 9 2, 10 (Sat, made up) 3
    ['2026-10-03', 3, '2026-10-10'],
  ])('from %s, %i of them end on %s', (start, quantity, dueOn) => {
    expect(due(start, quantity).dueOn).toBe(dueOn);
  });

  it('of which none are given end on the start day, whatever day that is', () => {
    const result = due('2026-02-17', 0);
    expect(result).toMatchObject({ dueOn: '2026-02-17', provisional: false });
    expect(result.derivation).toEqual([{ date: '2026-02-17', counted: false, reason: 'startDay' }]);
  });

  it('are named for print: the holiday, and the day worked for it', () => {
    const named = nameHolidays(due('2026-02-13', 2).derivation, holidayNames(notices, statutory));
    expect(named.map((day) => day.note)).toEqual([undefined, '调休上班', ...Array(9).fill('春节'), undefined]);
  });
});

describe('months, years and calendar days', () => {
  it.each<[string, number, LimitUnit, string]>([
    // February 2026 has no 31st: its last day, the 28th, a Saturday but worked
    ['2026-01-31', 1, 'month', '2026-02-28'],
    // 28 February 2025 is a Friday
    ['2025-01-31', 1, 'month', '2025-02-28'],
    // 2025 has no 29 February
    ['2024-02-29', 1, 'year', '2025-02-28'],
    // 3 Oct 2026 lies in the holiday to the 7th: Thursday the 8th
    ['2026-09-03', 1, 'month', '2026-10-08'],
    // across a year: 30 Nov 2025 + 3 months = 28 Feb 2026
    ['2025-11-30', 3, 'month', '2026-02-28'],
    // Tue 10 + 3 = Fri 13 March
    ['2026-03-10', 3, 'calendarDay', '2026-03-13'],
    // Tue 10 + 4 = Sat 14 March: Mon 16
    ['2026-03-10', 4, 'calendarDay', '2026-03-16'],
  ])('from %s, %i %s end on %s', (start, quantity, unit, dueOn) => {
    expect(due(start, quantity, unit).dueOn).toBe(dueOn);
  });

  it.each<[string, number, string]>([
    // 次月 12 号前: the period is February, the 12th of March is a Thursday and still in time
    ['2026-02-28', 12, '2026-03-12'],
    // 次月底前: 31 March, a Tuesday; of a shorter month its last day
    ['2026-02-28', 31, '2026-03-31'],
    ['2025-03-31', 31, '2025-04-30'],
    // the last day of the year before: 每月 15 日前, 15 January 2026 is a Thursday
    ['2025-12-31', 15, '2026-01-15'],
    // 15 March 2026 is a Sunday: Monday the 16th (203)
    ['2026-02-28', 15, '2026-03-16'],
    // wherever in the month it starts
    ['2026-02-01', 12, '2026-03-12'],
    // 31 October 2026 is a Saturday: Monday 2 November
    ['2026-09-30', 31, '2026-11-02'],
  ])('from %s, due on the %ith of the next month, end on %s', (start, quantity, dueOn) => {
    const result = due(start, quantity, 'dayOfNextMonth');
    expect(result.dueOn).toBe(dueOn);
    expect(result.derivation.at(-1)?.date).toBe(dueOn);
    expect(result.derivation.slice(1).every(({ reason }) => reason === 'calendarDay' || reason === 'rolled')).toBe(
      true,
    );
  });

  it('on a date of the next month move on by the paused days too, and have no day nought', () => {
    // 12 March; 3–5 March paused, 3 days: Sunday the 15th, Monday the 16th
    expect(due('2026-02-28', 12, 'dayOfNextMonth', [{ from: '2026-03-02', to: '2026-03-05' }]).dueOn).toBe(
      '2026-03-16',
    );
    expect(() => due('2026-02-28', 0, 'dayOfNextMonth')).toThrow('CALENDAR_QUANTITY_INVALID');
    expect(() => due('2026-02-28', 32, 'dayOfNextMonth')).toThrow('CALENDAR_QUANTITY_INVALID');
  });

  it('roll past the rest days to the next working day, and say so day by day', () => {
    // Wed 1 Apr 2026 + 3 = Sat 4 (清明, to Mon 6): Tue 7
    expect(reasons(due('2026-04-01', 3, 'calendarDay'))).toEqual([
      '04-01 startDay',
      '04-02 calendarDay',
      '04-03 calendarDay',
      '04-04 calendarDay',
      '04-05 rolled',
      '04-06 rolled',
      '04-07 rolled',
    ]);
  });

  it('are lengthened by the paused days before they roll', () => {
    // 2 Mar + 1 month = 2 Apr; 11–15 Mar paused, 5 days: 7 Apr, a Tuesday after 清明
    expect(due('2026-03-02', 1, 'month', [{ from: '2026-03-10', to: '2026-03-15' }]).dueOn).toBe('2026-04-07');
    // 3 paused days: 5 Apr, in the holiday: 7 Apr
    expect(due('2026-03-02', 1, 'month', [{ from: '2026-03-10', to: '2026-03-13' }]).dueOn).toBe('2026-04-07');
  });

  it('do not end inside a pause that opened on the rest day they would have rolled from', () => {
    // ends Sat 14 March; notice that day, receipt Wed 18: 15–18 stand still, Thu 19
    const result = due('2026-03-10', 4, 'calendarDay', [{ from: '2026-03-14', to: '2026-03-18' }]);
    expect(result.dueOn).toBe('2026-03-19');
    expect(reasons(result).slice(-2)).toEqual(['03-18 paused', '03-19 rolled']);
  });
});

const march = (...pauses: PauseSpan[]) => due('2026-03-02', 5, 'workingDay', pauses);

describe('a pause', () => {
  it('leaves out the days after the notice up to and including the receipt', () => {
    // 3 Mar 1, 4 (notice) 2, 5–10 stand still, 11 3, 12 4, 13 (Fri) 5
    const result = march({ from: '2026-03-04', to: '2026-03-10' });
    expect(result.dueOn).toBe('2026-03-13');
    expect(result.derivation.filter((day) => day.reason === 'paused').map((day) => day.date.slice(8))).toEqual([
      '05',
      '06',
      '07',
      '08',
      '09',
      '10',
    ]);
  });

  it('that overlaps another counts once', () => {
    const overlapping = march({ from: '2026-03-06', to: '2026-03-10' }, { from: '2026-03-04', to: '2026-03-09' });
    expect(overlapping.dueOn).toBe('2026-03-13');
  });

  it('received on the day of its notice costs nothing', () => {
    // 3 1, 4 2, 5 3, 6 4, 9 (Mon) 5
    expect(march({ from: '2026-03-04', to: '2026-03-04' }).dueOn).toBe('2026-03-09');
  });

  it('over the Spring Festival costs only the working days in it', () => {
    // 13 Feb (notice) 1, 14–25 stand still, 26 2, 27 3
    expect(due('2026-02-12', 3, 'workingDay', [{ from: '2026-02-13', to: '2026-02-25' }]).dueOn).toBe('2026-02-27');
  });

  it('opened before the clock starts costs only the days after the start', () => {
    // 3 and 4 stand still, 5 1, 6 2, 9 3, 10 4, 11 5
    expect(march({ from: '2026-02-20', to: '2026-03-04' }).dueOn).toBe('2026-03-11');
  });

  it('still open gives the earliest possible date, marked open', () => {
    expect(march({ from: '2026-03-04' })).toMatchObject({ dueOn: '2026-03-09', open: true });
  });

  it('still open, asked for a day, gives the date as if received that day', () => {
    const asOf = deadline({
      start: '2026-03-02',
      quantity: 5,
      unit: 'workingDay',
      calendar,
      pauses: [{ from: '2026-03-04' }],
      asOf: '2026-03-10',
    });
    expect(asOf.dueOn).toBe('2026-03-13');
    expect(asOf.open).toBeUndefined();
  });
});

describe('a year without a notice', () => {
  it('makes what reaches into it provisional', () => {
    // 29, 30, 31 Dec 1–3; 1 Jan 2027 (Fri) rests by statute; 4 (Mon) 4, 5 5
    expect(due('2026-12-28', 5)).toMatchObject({ dueOn: '2027-01-05', provisional: true });
  });

  it('makes the days after 25 December of the year before provisional too', () => {
    // 22 1, 23 2, 24 3, 25 (Fri) 4, 28 (Mon) 5
    expect(due('2026-12-21', 4)).toMatchObject({ dueOn: '2026-12-25', provisional: false });
    expect(due('2026-12-21', 5)).toMatchObject({ dueOn: '2026-12-28', provisional: true });
  });

  it('rests on the statutory days and works no weekend', () => {
    // Thu 4 Feb 2027: 5 除夕, 6 and 7 weekend, 8 (Mon) 初三, 9 1
    const result = due('2027-02-04', 1);
    expect(reasons(result)).toEqual([
      '02-04 startDay',
      '02-05 holiday',
      '02-06 holiday',
      '02-07 holiday',
      '02-08 holiday',
      '02-09 workingDay',
    ]);
  });

  it('beyond the table rests on weekends and the fixed statutory days', () => {
    // 30 Apr 2040 is a Monday; 1 and 2 May rest, 3 (Thu) 1
    expect(due('2040-04-30', 1)).toMatchObject({ dueOn: '2040-05-03', provisional: true });
  });
});

describe('what cannot be counted with is refused by a stable code', () => {
  it.each<[string, () => unknown]>([
    ['CALENDAR_DATE_INVALID', () => due('2026-02-29', 1)],
    ['CALENDAR_DATE_INVALID', () => due('2026-2-3', 1)],
    ['CALENDAR_DATE_INVALID', () => due('2026-13-01', 1)],
    ['CALENDAR_DATE_INVALID', () => due('', 1)],
    ['CALENDAR_DATE_OUT_OF_RANGE', () => due('1899-12-31', 1)],
    ['CALENDAR_DATE_OUT_OF_RANGE', () => due('2199-12-30', 5)],
    ['CALENDAR_DATE_OUT_OF_RANGE', () => due('2150-01-01', 100, 'year')],
    ['CALENDAR_QUANTITY_INVALID', () => due('2026-03-02', -1)],
    ['CALENDAR_QUANTITY_INVALID', () => due('2026-03-02', 1.5)],
    ['CALENDAR_QUANTITY_INVALID', () => due('2026-03-02', Number.NaN)],
    ['CALENDAR_QUANTITY_INVALID', () => due('2026-03-02', 1_000_000)],
    ['CALENDAR_UNIT_INVALID', () => due('2026-03-02', 1, 'hour' as LimitUnit)],
    ['CALENDAR_UNIT_INVALID', () => due('2026-03-02', 1, 'constructor' as LimitUnit)],
    ['CALENDAR_PAUSE_INVALID', () => due('2026-03-02', 1, 'month', [{ from: '2026-03-04', to: '2026-03-03' }])],
    ['CALENDAR_DATE_INVALID', () => due('2026-03-02', 1, 'month', [{ from: 'soon' }])],
  ])('%s (%#)', (code, attempt) => {
    expect(attempt).toThrow(RangeError);
    expect(attempt).toThrow(code);
  });

  it('while the greatest lawful quantity is still counted', () => {
    expect(due('2026-03-02', 25_000).derivation.filter((day) => day.counted)).toHaveLength(25_000);
  });
});
