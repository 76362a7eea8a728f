import type { CalendarFault, IsoDate } from '@due-process/contracts';

/**
 * Days as integers: day 0 is 1970-01-01. Plain proleptic Gregorian arithmetic, so that counting allocates nothing and no process
 * time zone can interfere. Dates from 1900 to 2199 are accepted: nobody who is served was born before, and no limit of the guides lies outside.
 */
export type DayNumber = number;

/** Stops a rule on a value it cannot count with. The message is the stable code; the offending value is in `cause`. */
export function refuse(fault: CalendarFault, value: unknown): never {
  throw new RangeError(fault, { cause: value });
}

const eraDays = 146_097;

/** Day number of a civil date (months 1–12); the date must exist. */
export function dayNumberOf(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * eraDays + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

export interface CivilDate {
  year: number;
  month: number;
  day: number;
}

export function civilDateOf(number: DayNumber): CivilDate {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / eraDays);
  const dayOfEra = shifted - era * eraDays;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

export const firstDay: DayNumber = dayNumberOf(1900, 1, 1);
export const lastDay: DayNumber = dayNumberOf(2199, 12, 31);

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;

/** @throws RangeError `CALENDAR_DATE_INVALID` for anything but an existing `YYYY-MM-DD`, `CALENDAR_DATE_OUT_OF_RANGE` outside 1900–2199. */
export function toDayNumber(date: IsoDate): DayNumber {
  const parts = typeof date === 'string' ? isoDate.exec(date) : null;
  if (!parts) refuse('CALENDAR_DATE_INVALID', date);
  const year = Number(parts[1]);
  const month = Number(parts[2]);
  const day = Number(parts[3]);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) refuse('CALENDAR_DATE_INVALID', date);
  return withinRange(dayNumberOf(year, month, day), date);
}

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

/** Derivations print the same few hundred days over and over; the range of dates bounds this. */
const printed = new Map<DayNumber, IsoDate>();

/** @throws RangeError `CALENDAR_DATE_OUT_OF_RANGE` outside 1900–2199. */
export function toIsoDate(number: DayNumber): IsoDate {
  const known = printed.get(number);
  if (known !== undefined) return known;
  const { year, month, day } = civilDateOf(withinRange(number, number));
  const date = `${year}-${two(month)}-${two(day)}`;
  printed.set(number, date);
  return date;
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(number: DayNumber): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

export function withinRange(number: DayNumber, value: unknown): DayNumber {
  if (number < firstDay || number > lastDay) refuse('CALENDAR_DATE_OUT_OF_RANGE', value);
  return number;
}

/** The corresponding day so many months on; where that month has none, its last day (Civil Code 202). */
export function addMonths(number: DayNumber, months: number): DayNumber {
  const { year, month, day } = civilDateOf(number);
  const index = year * 12 + month - 1 + months;
  const toYear = Math.floor(index / 12);
  const toMonth = (index % 12) + 1;
  return withinRange(dayNumberOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth))), months);
}
