import type { IsoDate, LimitUnit, PauseSpan, WorkCalendar } from '@due-process/contracts';
import { dayLookup } from '../calendar/day-kind';
import {
  addMonths,
  civilDateOf,
  lastDay,
  refuse,
  toDayNumber,
  toIsoDate,
  withinRange,
  type DayNumber,
} from '../calendar/day-number';
import { standStill } from './pauses';

/**
 * The one way days are counted. Basis: Civil Code 201 (the day of the event is not counted), 202 (months and years end on the corresponding day).
 * Months, years and dates of the next month are counted as the calendar days from the start to that day, so that paused days lengthen every unit
 * alike.
 */
export interface ClockTerm {
  start: IsoDate;
  /** Whole number ≥ 0; zero is 即时. At most a hundred years. */
  quantity: number;
  /** 延期: days added, in the clock's counted days (working days, or calendar days for the other units). */
  extendedBy?: number;
  unit: LimitUnit;
  calendar: WorkCalendar;
  pauses?: readonly PauseSpan[];
}

const greatest: Record<LimitUnit, number> = {
  workingDay: 25_000,
  calendarDay: 36_525,
  month: 1200,
  year: 100,
  dayOfNextMonth: 31,
};

/** How many counted days the term has. @throws RangeError `CALENDAR_QUANTITY_INVALID`, `CALENDAR_UNIT_INVALID` */
export function periodLength(term: Pick<ClockTerm, 'start' | 'quantity' | 'extendedBy' | 'unit'>): number {
  const { quantity, extendedBy = 0, unit } = term;
  const most = Object.hasOwn(greatest, unit) ? greatest[unit] : refuse('CALENDAR_UNIT_INVALID', unit);
  if (!isWhole(quantity, most)) refuse('CALENDAR_QUANTITY_INVALID', quantity);
  if (!isWhole(extendedBy, greatest.calendarDay)) refuse('CALENDAR_QUANTITY_INVALID', extendedBy);
  const from = toDayNumber(term.start);
  if (unit === 'workingDay' || unit === 'calendarDay') return quantity + extendedBy;
  if (unit === 'dayOfNextMonth') {
    if (quantity === 0) refuse('CALENDAR_QUANTITY_INVALID', quantity);
    return dayOfNextMonth(from, quantity) - from + extendedBy;
  }
  return addMonths(from, unit === 'year' ? quantity * 12 : quantity) - from + extendedBy;
}

/** A date the guides print as 次月底, 次月 12 号: the month after the start's, never further than its last day. */
function dayOfNextMonth(from: DayNumber, day: number): DayNumber {
  const first = addMonths(from - civilDateOf(from).day + 1, 1);
  return Math.min(first + day - 1, addMonths(first, 1) - 1);
}

const isWhole = (n: number, most: number): boolean => Number.isInteger(n) && n >= 0 && n <= most;

export type Counts = (day: DayNumber) => boolean;

/** Whether a day counts for a clock of this unit, pauses taken out. An open pause never ends. */
export function counting(unit: LimitUnit, calendar: WorkCalendar, pauses: readonly PauseSpan[] = []): Counts {
  const { works } = dayLookup(calendar);
  if (pauses.length === 0) return unit === 'workingDay' ? works : () => true;
  const { isPaused } = standStill(pauses);
  return unit === 'workingDay' ? (day) => works(day) && !isPaused(day) : (day) => !isPaused(day);
}

/** The n-th day after `from` that counts. */
export function advance(from: DayNumber, n: number, counts: Counts): DayNumber {
  let day = from;
  for (let left = n; left > 0;) if (counts(withinRange(++day, n))) left--;
  return day;
}

/** Days that count after `from` up to and including `to`. */
export function countBetween(from: DayNumber, to: DayNumber, counts: Counts): number {
  let n = 0;
  for (let day = from + 1; day <= to; day++) if (counts(day)) n++;
  return n;
}

/** The date of the n-th counted day; the start for n = 0; undefined when an open pause comes first. */
export function nthCountedDay(term: Omit<ClockTerm, 'quantity' | 'extendedBy'>, n: number): IsoDate | undefined {
  const start = toDayNumber(term.start);
  const counts = counting(term.unit, term.calendar, term.pauses);
  const end = standStill(term.pauses ?? []).openFrom ?? lastDay;
  let day = start;
  for (let left = n; left > 0;) {
    if (++day > end) return undefined;
    if (counts(day)) left--;
  }
  return toIsoDate(day);
}

/**
 * Days of the term used up by the end of `on`: working days, or calendar days for the other units. It stands still while a pause is open and goes
 * on past the quantity when the clock is overrun.
 */
export function usedDays(term: Omit<ClockTerm, 'quantity' | 'extendedBy'>, on: IsoDate): number {
  return countBetween(toDayNumber(term.start), toDayNumber(on), counting(term.unit, term.calendar, term.pauses));
}
