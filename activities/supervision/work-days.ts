import type { IsoDate, WorkCalendar } from '@due-process/contracts';
import { isWorkingDay } from '@due-process/domain';
import type { Pool } from 'pg';

const dayMs = 86_400_000;

/** Calendars by version; the content of a version never changes. An installation without any counts by the week and the fixed holidays. */
export function createCalendars(pool: Pick<Pool, 'query'>) {
  const kept = new Map<string, WorkCalendar>();
  const unknown: WorkCalendar = { version: '', years: {} };
  const read = async (where: string, values: unknown[]): Promise<WorkCalendar | undefined> => {
    const { rows } = await pool.query<{ version: string; calendar: WorkCalendar }>(
      `select version, calendar from calendar_version where ${where} limit 1`,
      values,
    );
    const [row] = rows;
    if (row && !kept.has(row.version)) kept.set(row.version, row.calendar);
    return row && kept.get(row.version);
  };
  const official = async (): Promise<WorkCalendar> =>
    (await read(`state = 'published' order by ordinal desc`, [])) ?? unknown;
  return {
    /** The one in force. */
    official,
    /** The one a case was counted by; the one in force where it is not known here. */
    of: async (version: string): Promise<WorkCalendar> =>
      kept.get(version) ?? (await read('version = $1', [version])) ?? official(),
  };
}

/** Every working day after `from` up to and including `to`. */
export function workingDays(calendar: WorkCalendar, from: IsoDate, to: IsoDate): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = Date.parse(from) + dayMs; day <= Date.parse(to); day += dayMs) {
    const date = new Date(day).toISOString().slice(0, 10);
    if (isWorkingDay(calendar, date)) days.push(date);
  }
  return days;
}
