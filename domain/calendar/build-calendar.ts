import type { CalendarNotice, CalendarYear, IsoDate, StatutoryDays, WorkCalendar } from '@due-process/contracts';
import { refuse, toDayNumber, toIsoDate, weekdayOf } from './day-number';
import { fixedStatutoryDays, statutoryHolidays } from './statutory-days';

/** Calendars from notices (design §6). A calendar is never changed in place: each of these returns a new one under its own version. */

type Mark = 'rest' | 'work';

function mark(years: Record<string, CalendarYear>, date: IsoDate, as: Mark): void {
  const monthDay = date.slice(5);
  const year = years[date.slice(0, 4)] ?? { published: false, rest: [...fixedStatutoryDays], work: [] };
  const others = (days: string[]) => days.filter((day) => day !== monthDay);
  const days = (kind: Mark) => (kind === as ? [...others(year[kind]), monthDay].sort() : others(year[kind]));
  years[date.slice(0, 4)] = { published: year.published, rest: days('rest'), work: days('work') };
}

function daysOf(from: IsoDate, to: IsoDate): IsoDate[] {
  const first = toDayNumber(from);
  const last = toDayNumber(to);
  if (last < first || last - first > 30) refuse('CALENDAR_NOTICE_INVALID', `${from}–${to}`);
  return Array.from({ length: last - first + 1 }, (_, i) => toIsoDate(first + i));
}

/** A notice speaks of its year and of the weeks on either side of it. A make-up working day is a Saturday or Sunday that does not rest. */
function checkNotice(notice: CalendarNotice): void {
  const resting = new Set(notice.holidays.flatMap((holiday) => daysOf(holiday.from, holiday.to)));
  for (const day of [...resting, ...notice.makeUpWorkdays]) {
    if (day < `${notice.year - 1}-12-01` || day > `${notice.year + 1}-01-31`) refuse('CALENDAR_NOTICE_INVALID', day);
  }
  for (const day of notice.makeUpWorkdays) {
    if (weekdayOf(toDayNumber(day)) < 6 || resting.has(day)) refuse('CALENDAR_NOTICE_INVALID', day);
  }
}

/**
 * The calendar with one more notice. The notice sets its own year whole, and single days of the neighbouring years; a supplementary notice
 * changes only the days it names. A notice that corrects an older year is loaded with `buildCalendar`, so that what later notices said of its
 * December stays.
 * @throws RangeError `CALENDAR_NOTICE_INVALID` when a day lies outside the notice's reach or contradicts another.
 */
export function withNotice(calendar: WorkCalendar, notice: CalendarNotice, version: string): WorkCalendar {
  checkNotice(notice);
  const years = { ...calendar.years };
  const before = years[notice.year];
  years[notice.year] = notice.supplement && before ? before : { published: true, rest: [], work: [] };
  for (const holiday of notice.holidays) for (const day of daysOf(holiday.from, holiday.to)) mark(years, day, 'rest');
  for (const day of notice.makeUpWorkdays) mark(years, day, 'work');
  return { version, years };
}

/** The calendar of all notices, applied by year and then by day of issue, over the statutory days of the years that have none. */
export function buildCalendar(
  notices: readonly CalendarNotice[],
  statutory: StatutoryDays,
  version: string,
): WorkCalendar {
  const years: Record<string, CalendarYear> = {};
  for (const [year, movable] of Object.entries(statutory.years)) {
    years[year] = { published: false, rest: [], work: [] };
    for (const holiday of statutoryHolidays(Number(year), movable)) {
      for (const day of daysOf(holiday.from, holiday.to)) mark(years, day, 'rest');
    }
  }
  const inOrder = [...notices].sort((a, b) => a.year - b.year || a.issuedOn.localeCompare(b.issuedOn));
  return inOrder.reduce<WorkCalendar>((calendar, notice) => withNotice(calendar, notice, version), { version, years });
}

/** Only the years a case can need, for a start input: from the year before `from` to the year after `to`. */
export function trimCalendar(calendar: WorkCalendar, from: IsoDate, to: IsoDate): WorkCalendar {
  const first = Number(from.slice(0, 4)) - 1;
  const last = Number(to.slice(0, 4)) + 1;
  const years = Object.entries(calendar.years).filter(([year]) => Number(year) >= first && Number(year) <= last);
  return { version: calendar.version, years: Object.fromEntries(years) };
}
