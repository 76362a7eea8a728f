import type { CalendarNoticeInput, DayLook } from './notice';
import type { YearDays } from './calendars';

const isWeekend = (date: Date): boolean => date.getUTCDay() === 0 || date.getUTCDay() === 6;
const iso = (date: Date): string => date.toISOString().slice(0, 10);

/** Looks of a version's days, by date. */
export function looksOfYears(days: Record<string, YearDays>): ReadonlyMap<string, DayLook> {
  const looks = new Map<string, DayLook>();
  for (const [year, { rest, work }] of Object.entries(days)) {
    for (const day of rest) looks.set(`${year}-${day}`, { kind: 'rest' });
    for (const day of work) looks.set(`${year}-${day}`, { kind: 'work' });
  }
  return looks;
}

/** Looks of a notice being entered, with the names of its holidays. */
export function looksOfNotice({
  holidays,
  workdays,
}: Pick<CalendarNoticeInput, 'holidays' | 'workdays'>): ReadonlyMap<string, DayLook> {
  const looks = new Map<string, DayLook>();
  for (const { name, from, to } of holidays) {
    if (!from || !to || from > to) continue;
    for (
      let day = new Date(`${from}T00:00:00Z`);
      iso(day) <= to && looks.size < 400;
      day = new Date(day.getTime() + 86_400_000)
    )
      looks.set(iso(day), { kind: 'rest', name });
  }
  for (const day of workdays) looks.set(day, { kind: 'work' });
  return looks;
}

export interface DayCell {
  date: string;
  day: number;
  look: DayLook | { kind: 'weekend' } | { kind: 'plain' };
}

/** A month in weeks that begin on Monday, as Chinese wall calendars do; null pads the first week. */
export function cellsOfMonth(year: number, month: number, looks: ReadonlyMap<string, DayLook>): (DayCell | null)[] {
  const first = new Date(Date.UTC(year, month, 1));
  const days = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const pad = Array.from({ length: (first.getUTCDay() + 6) % 7 }, () => null);
  const cells = Array.from({ length: days }, (_, at): DayCell => {
    const date = new Date(Date.UTC(year, month, at + 1));
    return {
      date: iso(date),
      day: at + 1,
      look: looks.get(iso(date)) ?? { kind: isWeekend(date) ? 'weekend' : 'plain' },
    };
  });
  return [...pad, ...cells];
}
