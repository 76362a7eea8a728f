import type { DerivationDay } from '@due-process/contracts';
import { monthsOf, numbered } from './day-words';

const day = (date: string, counted: boolean): DerivationDay => ({
  date,
  counted,
  reason: counted ? 'workingDay' : 'weekend',
});

describe('the days of a derivation', () => {
  const days = numbered([
    day('2026-02-27', true),
    day('2026-02-28', false),
    day('2026-03-01', false),
    day('2026-03-02', true),
  ]);

  it('are numbered as they are counted', () => {
    expect(days.map(({ number }) => number)).toEqual([1, undefined, undefined, 2]);
  });

  it('stand in weeks from Monday, a table a month', () => {
    const [february, march] = monthsOf(days);
    expect([february?.name, march?.name]).toEqual(['2026 年 2 月', '2026 年 3 月']);
    expect(february?.weeks.every((week) => week.length === 7)).toBe(true);
    expect(february?.weeks[0]?.findIndex((cell) => cell?.date === '2026-02-01')).toBe(6);
    expect(march?.weeks[1]?.[0]).toMatchObject({ date: '2026-03-02', number: 2 });
    expect(march?.weeks[1]?.[1]).toEqual({ date: '2026-03-03', outside: true });
  });
});
