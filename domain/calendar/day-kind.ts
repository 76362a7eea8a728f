import type { WorkCalendar } from '@due-process/contracts';
import { civilDateOf, dayNumberOf, daysInMonth, refuse, weekdayOf, type DayNumber } from './day-number';
import { fixedStatutoryDays } from './statutory-days';

/**
 * What a day is under a calendar. Basis: the State Council's yearly notice; for a year without one 全国年节及纪念日放假办法 (as amended in
 * 2024) and the five-day week, with no weekend worked (design §6).
 */
export type DayKind = 'workingDay' | 'makeUpWorkday' | 'weekend' | 'holiday';

const kinds: readonly DayKind[] = ['workingDay', 'makeUpWorkday', 'weekend', 'holiday'];
const makeUpWorkday = 1;
const weekend = 2;
const holiday = 3;

interface CompiledYear {
  first: DayNumber;
  published: boolean;
  /** Index into `kinds` for each day of the year. */
  kinds: Uint8Array;
}

/** Calendars are never changed in place, so what was compiled from one object stays true for it. */
const compiled = new WeakMap<WorkCalendar, Map<number, CompiledYear>>();

/** Index of a `MM-DD` within its year. */
function indexOf(year: number, monthDay: string, first: DayNumber): number {
  const month = Number(monthDay.slice(0, 2));
  const day = Number(monthDay.slice(3));
  if (monthDay.length !== 5 || !(month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) {
    refuse('CALENDAR_DATE_INVALID', `${year}-${monthDay}`);
  }
  return dayNumberOf(year, month, day) - first;
}

function compileYear(calendar: WorkCalendar, year: number): CompiledYear {
  const first = dayNumberOf(year, 1, 1);
  const length = dayNumberOf(year + 1, 1, 1) - first;
  const known = calendar.years[year];
  const table = new Uint8Array(length);
  const firstWeekday = weekdayOf(first);
  for (let i = 0; i < length; i++) if ((firstWeekday - 1 + i) % 7 >= 5) table[i] = weekend;
  for (const day of known?.rest ?? fixedStatutoryDays) table[indexOf(year, day, first)] = holiday;
  for (const day of known?.work ?? []) table[indexOf(year, day, first)] = makeUpWorkday;
  return { first, published: known?.published ?? false, kinds: table };
}

function yearOf(calendar: WorkCalendar, year: number): CompiledYear {
  let years = compiled.get(calendar);
  if (!years) compiled.set(calendar, (years = new Map()));
  let found = years.get(year);
  if (!found) years.set(year, (found = compileYear(calendar, year)));
  return found;
}

/** Looks days up one after another; keeps the year at hand, so that counting a period does not search for every day. */
export function dayLookup(calendar: WorkCalendar): { kind(day: DayNumber): DayKind; works(day: DayNumber): boolean } {
  let year: CompiledYear | undefined;
  const at = (day: DayNumber): number => {
    if (!year || day < year.first || day >= year.first + year.kinds.length)
      year = yearOf(calendar, civilDateOf(day).year);
    return year.kinds[day - year.first] ?? 0;
  };
  return { kind: (day) => kinds[at(day)] ?? 'workingDay', works: (day) => at(day) <= makeUpWorkday };
}

/** The State Council's notice for this year is loaded. */
export function isPublished(calendar: WorkCalendar, year: number): boolean {
  return calendar.years[year]?.published ?? false;
}
