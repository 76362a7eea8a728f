import type { ClockView } from '@due-process/contracts';
import { clockBehind } from './clock-behind';
import { limitWords } from './limit-words';

const clock = (given: Partial<ClockView>): ClockView =>
  ({ quantity: 15, totalDays: 15, usedDays: 4, unit: 'workingDay', ...given }) as ClockView;

describe('a limit in words', () => {
  it('counts days where it is days, and names the day where it is a date of the next month', () => {
    expect(limitWords(clock({}))).toBe('15 个工作日，已用 4 个');
    expect(limitWords(clock({ unit: 'dayOfNextMonth' }))).toBe('次月 15 日前');
    expect(limitWords(clock({ unit: 'dayOfNextMonth', quantity: 31 }))).toBe('次月底前');
    expect(limitWords(clock({ unit: 'month', quantity: 3, totalDays: 92 }))).toBe('3 个月，已用 4 天');
  });
});

describe('the date in the head', () => {
  const own = (dueOn: string, state: ClockView['state']) => clock({ kind: 'statutory', dueOn, state });
  const behind = (...clocks: ClockView[]) => clockBehind({ clocks } as never, 'statutory')?.dueOn;

  it('is the one due first of what runs, and of a closed case the whole limit, not a part of it', () => {
    expect(behind(own('2026-11-25', 'running'), own('2026-12-18', 'running'))).toBe('2026-11-25');
    expect(behind(own('2026-11-25', 'met'), own('2026-12-18', 'running'))).toBe('2026-12-18');
    expect(behind(own('2026-11-25', 'met'), own('2026-12-18', 'met'))).toBe('2026-12-18');
  });
});
