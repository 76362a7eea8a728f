import type { IsoDate, WorkCalendar } from '@due-process/contracts';
import { isPublished } from './day-kind';
import { civilDateOf, dayNumberOf, toDayNumber, type DayNumber } from './day-number';

/**
 * 暂定: a date that a notice still to come may move. A notice may also set days at the end of the year before (30–31 December 2018 and
 * 31 December 2011 were moved that way), so after 25 December the next year's notice is needed too. Derived on read, never stored.
 */
export function reliesOnUnpublished(calendar: WorkCalendar, first: DayNumber, last: DayNumber): boolean {
  const lastYear = civilDateOf(last).year;
  for (let year = civilDateOf(first).year; year <= lastYear; year++) if (!isPublished(calendar, year)) return true;
  return last > dayNumberOf(lastYear, 12, 25) && !isPublished(calendar, lastYear + 1);
}

/** The due date of a clock that counts the days after `start` may yet move. A zero-length limit ends on its start day whatever the calendar says. */
export function isProvisional(calendar: WorkCalendar, start: IsoDate, dueOn: IsoDate): boolean {
  const first = toDayNumber(start) + 1;
  const last = toDayNumber(dueOn);
  return last >= first && reliesOnUnpublished(calendar, first, last);
}
