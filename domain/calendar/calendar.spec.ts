import type { CalendarNotice } from '@due-process/contracts';
import fc from 'fast-check';
import { buildCalendar, trimCalendar, withNotice } from './build-calendar';
import { addMonths, toDayNumber, toIsoDate, weekdayOf } from './day-number';
import { calendar, notices, statutory } from './notices.fixture';
import { isProvisional } from './provisional';
import { overrunAt, shanghaiDate, shanghaiInstant } from './shanghai';
import { addWorkingDays, isWorkingDay, workingDayFrom, workingDaysBetween } from './working-days';

const notice = (year: number, more: Partial<CalendarNotice>): CalendarNotice => ({
  year,
  sourceNumber: '测试',
  title: '测试',
  issuedOn: `${year - 1}-11-01`,
  holidays: [],
  makeUpWorkdays: [],
  ...more,
});

describe('day numbers', () => {
  it('agree with the platform date on every day from 1900 to 2199', () => {
    const first = Date.UTC(1900, 0, 1) / 86_400_000;
    const last = Date.UTC(2199, 11, 31) / 86_400_000;
    for (let day = first; day <= last; day++) {
      const date = new Date(day * 86_400_000);
      const iso = date.toISOString().slice(0, 10);
      if (toIsoDate(day) !== iso || toDayNumber(iso) !== day || weekdayOf(day) !== (date.getUTCDay() || 7)) {
        throw new Error(`differs on ${iso}`);
      }
    }
    expect(toDayNumber('2199-12-31')).toBe(last);
  });

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-05-31', 13, '2027-06-30'],
    ['2100-01-30', 1, '2100-02-28'],
    ['2026-03-15', 0, '2026-03-15'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(toIsoDate(addMonths(toDayNumber(from), months))).toBe(to);
  });
});

describe('working days', () => {
  it.each([
    ['2026-02-14', true, 'a Saturday made up for the Spring Festival'],
    ['2026-02-16', false, 'a Monday of the Spring Festival'],
    ['2026-03-07', false, 'a plain Saturday'],
    ['2026-03-09', true, 'a plain Monday'],
  ])('%s: %s, %s', (date, works) => {
    expect(isWorkingDay(calendar, date)).toBe(works);
  });

  it('between two dates leave out the first and count the last', () => {
    expect(workingDaysBetween(calendar, '2026-03-06', '2026-03-09')).toBe(1);
    expect(workingDaysBetween(calendar, '2026-03-09', '2026-03-06')).toBe(-1);
    expect(workingDaysBetween(calendar, '2026-03-09', '2026-03-09')).toBe(0);
  });

  it('are found from a rest day on', () => {
    expect(workingDayFrom(calendar, '2026-10-01')).toBe('2026-10-08');
    expect(workingDayFrom(calendar, '2026-10-08')).toBe('2026-10-08');
  });

  it('added and counted are inverse', () => {
    const dates = fc.integer({ min: toDayNumber('2024-06-01'), max: toDayNumber('2028-12-31') }).map(toIsoDate);
    fc.assert(
      fc.property(dates, fc.nat(400), (date, n) => {
        expect(workingDaysBetween(calendar, date, addWorkingDays(calendar, date, n))).toBe(n);
      }),
    );
  });
});

describe('a new notice', () => {
  const newYear = notice(2027, {
    holidays: [{ name: '元旦', from: '2026-12-30', to: '2027-01-01' }],
    makeUpWorkdays: ['2026-12-27'],
  });

  it('may rest and work days at the end of the year before', () => {
    const next = withNotice(calendar, newYear, '2027');
    // Fri 25 Dec 2026: 27 (Sun, made up) 1, 28 2, 29 3, 30 and 31 rest, 1 Jan rests, 4 Jan (Mon) 4
    expect(addWorkingDays(next, '2026-12-25', 4)).toBe('2027-01-04');
    expect(addWorkingDays(calendar, '2026-12-25', 4)).toBe('2026-12-31');
    expect(next.years['2026']?.published).toBe(true);
  });

  it('leaves the calendar it was added to as it was', () => {
    const before = JSON.stringify(calendar);
    withNotice(calendar, newYear, '2027');
    expect(JSON.stringify(calendar)).toBe(before);
  });

  it('makes the dates of its year firm', () => {
    expect(isProvisional(calendar, '2026-12-28', '2027-01-05')).toBe(true);
    expect(isProvisional(calendar, '2026-12-01', '2026-12-28')).toBe(true);
    const next = withNotice(calendar, newYear, '2027');
    expect(isProvisional(next, '2026-12-28', '2027-01-05')).toBe(false);
    expect(isProvisional(next, '2026-12-01', '2026-12-28')).toBe(false);
    expect(isProvisional(next, '2027-12-01', '2027-12-27')).toBe(true);
  });

  it('is the same loaded one by one or all at once, in any order', () => {
    const all = buildCalendar([newYear, ...notices].toReversed(), statutory, '2027');
    expect(all).toEqual(withNotice(calendar, newYear, '2027'));
  });

  it('that supplements changes only the days it names', () => {
    const extension = notice(2026, {
      supplement: true,
      issuedOn: '2026-02-20',
      holidays: [{ name: '春节', from: '2026-02-24', to: '2026-02-28' }],
    });
    const next = withNotice(calendar, extension, '2026-2');
    expect(isWorkingDay(next, '2026-02-28')).toBe(false);
    expect(
      workingDaysBetween(calendar, '2025-12-31', '2026-12-31') - workingDaysBetween(next, '2025-12-31', '2026-12-31'),
    ).toBe(5);
  });

  it.each([
    ['a weekday made up', notice(2027, { makeUpWorkdays: ['2027-03-03'] })],
    [
      'a day that both rests and is worked',
      notice(2027, {
        holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
        makeUpWorkdays: ['2027-01-03'],
      }),
    ],
    [
      'a day far outside its year',
      notice(2027, { holidays: [{ name: '国庆节', from: '2026-10-01', to: '2026-10-07' }] }),
    ],
    [
      'a holiday that ends before it begins',
      notice(2027, { holidays: [{ name: '元旦', from: '2027-01-03', to: '2027-01-01' }] }),
    ],
  ])('with %s is refused', (_, bad) => {
    expect(() => withNotice(calendar, bad, '2027')).toThrow('CALENDAR_NOTICE_INVALID');
  });
});

describe('a trimmed calendar', () => {
  it('keeps the years around a case and counts the same in them', () => {
    const trimmed = trimCalendar(calendar, '2026-03-01', '2026-03-01');
    expect(Object.keys(trimmed.years)).toEqual(['2025', '2026', '2027']);
    expect(addWorkingDays(trimmed, '2025-01-02', 700)).toBe(addWorkingDays(calendar, '2025-01-02', 700));
  });
});

describe('Shanghai dates', () => {
  it.each([
    ['2026-03-01T15:59:59.999Z', '2026-03-01'],
    ['2026-03-01T16:00:00Z', '2026-03-02'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
    ['2026-03-01T23:30:00+08:00', '2026-03-01'],
  ])('%s is on %s', (instant, date) => {
    expect(shanghaiDate(instant)).toBe(date);
  });

  it('have instants', () => {
    expect(shanghaiInstant('2026-03-01', '08:30')).toBe('2026-03-01T00:30:00.000Z');
    expect(shanghaiInstant('2026-03-01', '00:00')).toBe('2026-02-28T16:00:00.000Z');
    expect(overrunAt('2026-03-02')).toBe('2026-03-02T09:00:00.000Z');
    expect(overrunAt('2026-03-02', '16:30')).toBe('2026-03-02T08:30:00.000Z');
  });

  it.each(['24:00', '8:30', '08:60', ''])('have no instant at %s', (time) => {
    expect(() => shanghaiInstant('2026-03-01', time)).toThrow('CALENDAR_TIME_INVALID');
  });

  it.each(['2026-03-01', 'yesterday', '2026-03-01T00:00:00'])('are not read from %s', (instant) => {
    expect(() => shanghaiDate(instant)).toThrow('CALENDAR_TIME_INVALID');
  });
});
