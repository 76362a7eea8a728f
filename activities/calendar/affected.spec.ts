import type { CalendarYear, WorkCalendar } from '@due-process/contracts';
import { firstDifference } from './affected';

const calendar = (years: Record<string, Partial<CalendarYear>>): WorkCalendar => ({
  version: 'v',
  years: Object.fromEntries(
    Object.entries(years).map(([year, given]) => [year, { published: false, rest: [], work: [], ...given }]),
  ),
});

describe('the first day on which two calendars differ', () => {
  test('is a working day that became a holiday, or a weekend that is worked', () => {
    const before = calendar({ 2026: {}, 2027: { rest: ['02-08'] } });
    expect(firstDifference(before, calendar({ 2026: {}, 2027: { rest: ['02-08', '02-09'] } }))).toBe('2027-02-09');
    expect(firstDifference(before, calendar({ 2026: {}, 2027: { rest: ['02-08'], work: ['01-09'] } }))).toBe(
      '2027-01-09',
    );
  });

  test('can lie in the year before the notice speaks of', () => {
    const before = calendar({ 2026: {}, 2027: {} });
    expect(firstDifference(before, calendar({ 2026: { rest: ['12-31'] }, 2027: {} }))).toBe('2026-12-31');
  });

  test('is none where only the notice was published, or a weekend is named a holiday', () => {
    const before = calendar({ 2027: { rest: ['10-01'] } });
    expect(firstDifference(before, calendar({ 2027: { rest: ['10-01', '10-02'], published: true } }))).toBeUndefined();
  });

  test('is looked for in a year that one of them lacks: there the statutory days hold', () => {
    const statutory = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];
    expect(firstDifference(calendar({}), calendar({ 2027: { rest: statutory } }))).toBeUndefined();
    expect(firstDifference(calendar({}), calendar({ 2027: { rest: [...statutory, '10-04'] } }))).toBe('2027-10-04');
  });
});
