/** Counting time. Every date is a plain Shanghai date; every instant is UTC. The rules that use these types live in domain/. */

/** `YYYY-MM-DD` in Asia/Shanghai. */
export type IsoDate = string;

/** ISO 8601 in UTC, ending in `Z`. */
export type Instant = string;

/** `HH:mm` on the Shanghai clock. */
export type TimeOfDay = string;

/** `dayOfNextMonth`: due on that day of the month after the one it starts in (次月 12 日前); 31, or a day that month lacks, is its last. */
export type LimitUnit = 'workingDay' | 'calendarDay' | 'month' | 'year' | 'dayOfNextMonth';

/**
 * One year of the calendar, each day as `MM-DD`. `rest`: every day of a holiday, by notice or by statute, weekends inside it included.
 * `work`: weekend days that are worked. All other days follow the week.
 */
export interface CalendarYear {
  /** The State Council's notice for this year is loaded. Without it the year is an assumption and what reaches into it is provisional. */
  published: boolean;
  rest: string[];
  work: string[];
}

/** The calendar a case counts by. It travels in start inputs and is never changed in place: a new notice makes a new calendar. */
export interface WorkCalendar {
  version: string;
  years: Record<string, CalendarYear>;
}

/** A stretch in which a clock stands still: the days after `from` up to and including `to` do not count. */
export interface PauseSpan {
  /** The day of the notice; it still counts. */
  from: IsoDate;
  /** The day of receipt; it does not count. Absent: still open. */
  to?: IsoDate;
}

export type DayReason =
  'startDay' | 'workingDay' | 'makeUpWorkday' | 'calendarDay' | 'weekend' | 'holiday' | 'paused' | 'rolled';

export interface DerivationDay {
  date: IsoDate;
  counted: boolean;
  reason: DayReason;
  /** The holiday's name where known; Chinese, for print. */
  note?: string;
}

export interface Deadline {
  dueOn: IsoDate;
  provisional: boolean;
  calendarVersion: string;
  /** A pause is still open and no day was named to resume on: `dueOn` is the earliest it can become, and moves on with every day of waiting. */
  open?: true;
  derivation: DerivationDay[];
}

/** When a rung of the ladder (催督办) falls: by share of the period, on the due date, or working days past it. One of the three. */
export interface RungSpec {
  id: string;
  share?: number;
  due?: true;
  afterDue?: number;
}

export interface RungMoment {
  rung: string;
  on: IsoDate;
  at: Instant;
}

/** 剩余时间, in the trade's words: left, due today, late, or standing still. Days are in the clock's own unit (months and years in calendar days). */
export type RemainingTime = { kind: 'left' | 'late' | 'paused'; days: number } | { kind: 'today'; days: 0 };

export type Light = 'green' | 'yellow' | 'red' | 'grey';

export interface NoticeHoliday {
  name: string;
  from: IsoDate;
  to: IsoDate;
}

/** The State Council's yearly notice on holidays. Its days may reach into December of the year before and January of the next. */
export interface CalendarNotice {
  year: number;
  /** 文号 */
  sourceNumber: string;
  title: string;
  issuedOn: IsoDate;
  holidays: NoticeHoliday[];
  /** 调休上班: weekend days that are worked. */
  makeUpWorkdays: IsoDate[];
  /** Amends a year already published (as in 2020) instead of setting the whole year. */
  supplement?: true;
}

/** The statutory days of one year that follow the moon and the sun: they differ from year to year. */
export interface MovableHolidays {
  newYearsEve: IsoDate;
  tombSweeping: IsoDate;
  dragonBoat: IsoDate;
  midAutumn: IsoDate;
}

export interface StatutoryDays {
  source: string;
  years: Record<string, MovableHolidays>;
}

/** What a rule of counting time can refuse; the message of the RangeError it throws. */
export const calendarFaults = [
  'CALENDAR_DATE_INVALID',
  'CALENDAR_DATE_OUT_OF_RANGE',
  'CALENDAR_QUANTITY_INVALID',
  'CALENDAR_UNIT_INVALID',
  'CALENDAR_PAUSE_INVALID',
  'CALENDAR_TIME_INVALID',
  'CALENDAR_NOTICE_INVALID',
] as const;

export type CalendarFault = (typeof calendarFaults)[number];
