import type { IsoDate, WorkCalendar } from '@due-process/contracts';
import { isWorkingDay } from '@due-process/domain';

/**
 * The first day that is worked under one calendar and not under the other; undefined when they agree on every day. A due date before it
 * is the same under both. Whether a year is published is no difference here: that only makes a date firm (design §6).
 */
export function firstDifference(a: WorkCalendar, b: WorkCalendar): IsoDate | undefined {
  const years = [...new Set([...Object.keys(a.years), ...Object.keys(b.years)])].map(Number).sort((x, y) => x - y);
  for (const year of years) {
    for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += dayMs) {
      const date = new Date(at).toISOString().slice(0, 10);
      if (isWorkingDay(a, date) !== isWorkingDay(b, date)) return date;
    }
  }
  return undefined;
}

const dayMs = 86_400_000;
