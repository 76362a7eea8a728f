import type { IsoDate, WorkCalendar } from '@due-process/contracts';
import { dayLookup } from './day-kind';
import { refuse, toDayNumber, toIsoDate, withinRange } from './day-number';

/** Working days of a calendar, without pauses. The day counted from is not counted (Civil Code 201). */

export function isWorkingDay(calendar: WorkCalendar, date: IsoDate): boolean {
  return dayLookup(calendar).works(toDayNumber(date));
}

/** The n-th working day after `date`; with n = 0 the date itself, working or not. */
export function addWorkingDays(calendar: WorkCalendar, date: IsoDate, n: number): IsoDate {
  if (!Number.isInteger(n) || n < 0) refuse('CALENDAR_QUANTITY_INVALID', n);
  const { works } = dayLookup(calendar);
  let day = toDayNumber(date);
  for (let left = n; left > 0;) if (works(withinRange(++day, date))) left--;
  return toIsoDate(day);
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(calendar: WorkCalendar, from: IsoDate, to: IsoDate): number {
  const a = toDayNumber(from);
  const b = toDayNumber(to);
  const { works } = dayLookup(calendar);
  let count = 0;
  for (let day = Math.min(a, b) + 1; day <= Math.max(a, b); day++) if (works(day)) count++;
  return b < a ? -count : count;
}

/** The date itself if it is worked, otherwise the next working day. */
export function workingDayFrom(calendar: WorkCalendar, date: IsoDate): IsoDate {
  return isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, 1);
}
