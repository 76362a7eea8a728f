import type { IsoDate } from '@due-process/contracts';
import { daysInMonth } from '../calendar/day-number';
import { isRealDate } from '../intake/field-value';

/**
 * 周岁. A year of life is full on its corresponding day, and on the last day of the month where the month has none (民法典第二百零二条): whoever was born on
 * 29 February is a year older on 28 February of a common year. The day of birth itself makes nobody a year old (第二百零一条).
 */
export function ageOn(birth: IsoDate, on: IsoDate): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on >= anniversary(birth, years) ? years : years - 1;
}

/** The corresponding day so many years later. */
export function anniversary(birth: IsoDate, years: number): IsoDate {
  return corresponding(Number(birth.slice(0, 4)) + years, Number(birth.slice(5, 7)), Number(birth.slice(8)));
}

/** The day so many months earlier; on the last day of the month where it has no such day. */
export function monthsBefore(on: IsoDate, months: number): IsoDate {
  const month = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1 - months;
  return corresponding(Math.floor(month / 12), (month % 12) + 1, Number(on.slice(8)));
}

function corresponding(year: number, month: number, day: number): IsoDate {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(Math.min(day, daysInMonth(year, month)))}`;
}

/** Date of birth in an identity number of 18 digits (GB 11643—1999); other papers do not carry one. */
export function birthOf(idNumber: string): IsoDate | undefined {
  const [, year, month, day] = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/.exec(idNumber) ?? [];
  const date = `${year}-${month}-${day}`;
  return isRealDate(date) ? date : undefined;
}
