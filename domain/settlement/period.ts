import type { FormValue, IsoDate } from '@due-process/contracts';
import { addMonths, toDayNumber, toIsoDate } from '../calendar/day-number';

/** Settlement is by the month (按月结算): a period is `YYYY-MM`, taken from any day of it. */
export const periodOf = (value: FormValue | undefined): string => (typeof value === 'string' ? value.slice(0, 7) : '');

/** The last day of a period, from which limits such as 次月 12 日前 run. */
export const lastDayOf = (period: string): IsoDate => toIsoDate(addMonths(toDayNumber(`${period}-01`), 1) - 1);

/** The month before the one in which this day lies: what is reported and settled now. */
export const periodBefore = (on: IsoDate): string =>
  toIsoDate(addMonths(toDayNumber(`${on.slice(0, 7)}-01`), -1)).slice(0, 7);
