import type { DayReason, DerivationDay, LimitUnit } from '@due-process/contracts';
import dayjs from 'dayjs';

export const reasonWords: Readonly<Record<DayReason, string>> = {
  startDay: '起算当日，不计入',
  workingDay: '工作日',
  makeUpWorkday: '调休上班',
  calendarDay: '计入',
  weekend: '周末',
  holiday: '节假日',
  paused: '暂停计时',
  rolled: '顺延至此',
};

export const unitWords: Readonly<Record<LimitUnit, string>> = {
  workingDay: '个工作日',
  calendarDay: '天',
  month: '个月',
  year: '年',
  dayOfNextMonth: '日（次月）',
};

/** Days with the number under which each is counted. */
export interface SheetDay extends DerivationDay {
  number?: number;
}

export function numbered(days: readonly DerivationDay[]): SheetDay[] {
  let count = 0;
  return days.map((day) => (day.counted ? { ...day, number: ++count } : day));
}

export interface SheetMonth {
  name: string;
  /** Weeks of seven, Monday first; undefined: outside the month or the derivation. */
  weeks: (SheetDay | { date: string; outside: true } | undefined)[][];
}

export function monthsOf(days: readonly SheetDay[]): SheetMonth[] {
  const byDate = new Map(days.map((day) => [day.date, day]));
  const names = [...new Set(days.map(({ date }) => date.slice(0, 7)))];
  return names.map((name) => {
    const first = dayjs(`${name}-01`);
    const lead = (first.day() + 6) % 7;
    const cells = Array.from({ length: Math.ceil((lead + first.daysInMonth()) / 7) * 7 }, (_, at) => {
      if (at < lead || at >= lead + first.daysInMonth()) return undefined;
      const date = first.add(at - lead, 'day').format('YYYY-MM-DD');
      return byDate.get(date) ?? { date, outside: true as const };
    });
    const weeks = Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
    return { name: first.format('YYYY 年 M 月'), weeks };
  });
}
