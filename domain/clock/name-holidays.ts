import type { CalendarNotice, DerivationDay, IsoDate, NoticeHoliday, StatutoryDays } from '@due-process/contracts';
import { toDayNumber, toIsoDate } from '../calendar/day-number';
import { statutoryHolidays } from '../calendar/statutory-days';

/** Names for the printed derivation (推导单). The calendar that travels with a case carries none; they come from the notices and the statute. */
export type HolidayNames = ReadonlyMap<IsoDate, string>;

export function holidayNames(notices: readonly CalendarNotice[], statutory: StatutoryDays): HolidayNames {
  const names = new Map<IsoDate, string>();
  const add = ({ name, from, to }: NoticeHoliday) => {
    for (let day = toDayNumber(from); day <= toDayNumber(to); day++) names.set(toIsoDate(day), name);
  };
  for (const [year, movable] of Object.entries(statutory.years)) statutoryHolidays(Number(year), movable).forEach(add);
  for (const notice of notices) notice.holidays.forEach(add);
  return names;
}

/** The derivation with a note on every holiday and every make-up working day. */
export function nameHolidays(derivation: readonly DerivationDay[], names: HolidayNames): DerivationDay[] {
  return derivation.map((day) => {
    const note =
      day.reason === 'makeUpWorkday' ? '调休上班' : day.reason === 'holiday' ? names.get(day.date) : undefined;
    return note === undefined ? day : { ...day, note };
  });
}
