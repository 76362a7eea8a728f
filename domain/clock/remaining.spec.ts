import type { LimitUnit, PauseSpan } from '@due-process/contracts';
import { calendar } from '../calendar/notices.fixture';
import { nthCountedDay, usedDays } from './count';
import { light } from './light';
import { lastDayInTime, remaining, remainingWords } from './remaining';

/** Due Friday 13 March 2026 unless said otherwise. */
const ask = (on: string, more: { dueOn?: string; unit?: LimitUnit; pauses?: PauseSpan[]; now?: string } = {}) => ({
  dueOn: '2026-03-13',
  unit: 'workingDay' as LimitUnit,
  calendar,
  on,
  ...more,
});
const words = (...args: Parameters<typeof ask>) =>
  remainingWords(remaining(ask(...args)), args[1]?.unit ?? 'workingDay');

describe('remaining time', () => {
  it.each([
    ['2026-03-10', '剩余 3 个工作日'],
    ['2026-03-07', '剩余 5 个工作日'],
    ['2026-03-12', '剩余 1 个工作日'],
    ['2026-03-13', '今日到期'],
    // the weekend after: overrun, but no working day of it yet
    ['2026-03-14', '已超期'],
    ['2026-03-16', '超期 1 个工作日'],
    ['2026-03-18', '超期 3 个工作日'],
  ])('on %s is %s', (on, expected) => {
    expect(words(on)).toBe(expected);
  });

  it('leaves holidays out', () => {
    // due Tue 24 Feb; Fri 13 Feb: 14 (Sat, made up) 1, 24 2
    expect(words('2026-02-13', { dueOn: '2026-02-24' })).toBe('剩余 2 个工作日');
  });

  it('of calendar days is told in days', () => {
    expect(words('2026-03-06', { unit: 'calendarDay' })).toBe('剩余 7 天');
    expect(words('2026-03-15', { unit: 'month' })).toBe('超期 2 天');
  });

  it('ends when the office closes on the last day', () => {
    expect(words('2026-03-13', { now: '2026-03-13T08:59:59Z' })).toBe('今日到期');
    expect(words('2026-03-13', { now: '2026-03-13T09:00:00Z' })).toBe('已超期');
  });

  it('stands still while a pause is open', () => {
    const pauses = [{ from: '2026-03-10' }];
    expect(words('2026-03-10', { pauses })).toBe('暂停中');
    expect(words('2026-05-10', { pauses })).toBe('暂停中');
    expect(remaining(ask('2026-05-10', { pauses }))).toEqual({ kind: 'paused', days: 3 });
    expect(words('2026-03-09', { pauses })).toBe('剩余 4 个工作日');
  });

  it('stays overrun when the pause comes too late', () => {
    const pauses = [{ from: '2026-03-17' }];
    expect(words('2026-03-30', { pauses })).toBe('超期 2 个工作日');
  });

  it('of a notice given on the last day lasts to the day of receipt', () => {
    expect(words('2026-03-20', { pauses: [{ from: '2026-03-13' }] })).toBe('暂停中');
    const pauses = [{ from: '2026-03-13', to: '2026-03-18' }];
    expect(words('2026-03-18', { pauses })).toBe('今日到期');
    expect(words('2026-03-19', { pauses })).toBe('超期 1 个工作日');
    // received on Saturday 21 March: in time to Monday 23
    expect(lastDayInTime('2026-03-13', calendar, [{ from: '2026-03-13', to: '2026-03-21' }])).toBe('2026-03-23');
    expect(lastDayInTime('2026-03-13', calendar, [{ from: '2026-03-12', to: '2026-03-12' }])).toBe('2026-03-13');
  });
});

describe('the light', () => {
  it.each([
    ['2026-03-11', 'green'],
    ['2026-03-12', 'yellow'],
    ['2026-03-13', 'yellow'],
    ['2026-03-14', 'red'],
    ['2026-03-16', 'red'],
  ])('on %s is %s', (on, colour) => {
    expect(light(ask(on))).toBe(colour);
  });

  it('is grey while paused', () => {
    expect(light(ask('2026-04-01', { pauses: [{ from: '2026-03-12' }] }))).toBe('grey');
  });

  it('turns yellow at the share the item sets', () => {
    // start 27 Feb: 28 (made up) 1, 2 Mar 2, … 6 Mar 6, 9 7, 10 8 … 12 10, 13 11; 70 % of 11 = 7.7
    const near = { start: '2026-02-27', quantity: 11, share: 0.7 };
    expect(light({ ...ask('2026-03-09'), near })).toBe('green');
    expect(light({ ...ask('2026-03-10'), near })).toBe('yellow');
  });
});

describe('used days', () => {
  const term = { start: '2026-03-02', unit: 'workingDay' as const, calendar, pauses: [{ from: '2026-03-04' }] };

  it('stand still under an open pause', () => {
    expect(usedDays(term, '2026-03-03')).toBe(1);
    expect(usedDays(term, '2026-06-30')).toBe(2);
    expect(usedDays(term, '2026-02-01')).toBe(0);
  });

  it('are not reached behind an open pause', () => {
    expect(nthCountedDay(term, 2)).toBe('2026-03-04');
    expect(nthCountedDay(term, 3)).toBeUndefined();
  });
});
