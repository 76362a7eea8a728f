import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarNotice, StatutoryDays, WorkCalendar } from '@due-process/contracts';
import { buildCalendar } from '@due-process/domain';
import { parse } from 'yaml';

/** The calendars that come with the system: the State Council's notices word for word, and the statutory days of the years still without one. */
export interface ShippedCalendar {
  calendar: WorkCalendar;
  notices: CalendarNotice[];
  statutory: StatutoryDays;
}

/** Beside this file, or beside the compiled folder. */
function calendarsFolder(): string {
  const own = join(__dirname, 'calendars');
  return existsSync(own) ? own : join(__dirname, '..', 'calendars');
}

/** The version of a shipped calendar is its latest notice's year; what is published later takes versions of its own. */
export function loadShippedCalendar(): ShippedCalendar {
  const folder = calendarsFolder();
  const read = (file: string): unknown => parse(readFileSync(join(folder, file), 'utf8'));
  const notices = readdirSync(folder)
    .filter((file) => /^\d{4}\.yaml$/.test(file))
    .sort()
    .map((file) => read(file) as CalendarNotice);
  const statutory = read('statutory-days.yaml') as StatutoryDays;
  const version = String(Math.max(...notices.map((notice) => notice.year)));
  return { calendar: buildCalendar(notices, statutory, version), notices, statutory };
}
