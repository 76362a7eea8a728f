import { Injectable } from '@nestjs/common';
import type { CalendarNotice, WorkCalendar } from '@due-process/contracts';
import { Database } from '../platform/database/database';
import { Problem } from '../platform/errors/problem';

export interface ShelvedCalendar {
  calendar: WorkCalendar;
  notices: CalendarNotice[];
}

const newestVersion = {
  name: 'newest_calendar',
  text: `SELECT version FROM calendar_version WHERE state = 'published' ORDER BY ordinal DESC LIMIT 1`,
};

/**
 * Calendars for counting. The content of a version never changes, so each is read once; which one is in force is asked every time.
 */
@Injectable()
export class CalendarShelf {
  private readonly kept = new Map<string, ShelvedCalendar>();

  constructor(private readonly database: Database) {}

  /** Version in force: the newest published. */
  async newestVersion(): Promise<string> {
    const [row] = await this.database.prepared<{ version: string }>(newestVersion, []);
    if (!row) throw new Problem('CALENDAR_UNKNOWN', { detail: '系统尚未装载日历' });
    return row.version;
  }

  async newest(): Promise<WorkCalendar> {
    return (await this.entry(await this.newestVersion())).calendar;
  }

  async byVersion(version: string): Promise<WorkCalendar> {
    return (await this.entry(version)).calendar;
  }

  /** @throws Problem `CALENDAR_UNKNOWN` */
  async entry(version: string): Promise<ShelvedCalendar> {
    const kept = this.kept.get(version);
    if (kept) return kept;
    const [row] = await this.database.query<ShelvedCalendar>(
      'SELECT calendar, notices FROM calendar_version WHERE version = $1',
      [version],
    );
    if (!row) throw new Problem('CALENDAR_UNKNOWN');
    this.kept.set(version, row);
    return row;
  }
}
