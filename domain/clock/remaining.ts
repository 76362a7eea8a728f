import type {
  Instant,
  IsoDate,
  LimitUnit,
  PauseSpan,
  RemainingTime,
  TimeOfDay,
  WorkCalendar,
} from '@due-process/contracts';
import { dayLookup } from '../calendar/day-kind';
import { toDayNumber, toIsoDate, type DayNumber } from '../calendar/day-number';
import { overrunAt } from '../calendar/shanghai';
import { countBetween, counting } from './count';
import { closeOpenPauses, standStill } from './pauses';

/**
 * Remaining time in the trade's words (design §6). A pause open on the day shows 暂停中 with what was left at its notice; a clock that was overrun
 * before the notice stays overrun, and its late days stand still. For a concluded clock ask with the day it was concluded.
 */
export interface RemainingInput {
  dueOn: IsoDate;
  on: IsoDate;
  unit: LimitUnit;
  calendar: WorkCalendar;
  pauses?: readonly PauseSpan[];
  /** The moment of asking; with it the last day turns late when the office closes. */
  now?: Instant;
  closesAt?: TimeOfDay;
}

/**
 * The last day that is still in time: the due date, or, for a clock that stands still at the close of the due date (the notice was given on the last
 * day), the day of receipt, rolled past rest days. Undefined while that pause is open.
 */
export function lastDayInTime(
  dueOn: IsoDate,
  calendar: WorkCalendar,
  pauses: readonly PauseSpan[] = [],
): IsoDate | undefined {
  const due = toDayNumber(dueOn);
  const { resumesAfter } = standStill(pauses);
  const { works } = dayLookup(calendar);
  let day = resumesAfter(due);
  while (day !== due && day !== Number.POSITIVE_INFINITY && !works(day)) day = resumesAfter(day + 1);
  return day === Number.POSITIVE_INFINITY ? undefined : toIsoDate(day);
}

function pausedSince(input: RemainingInput, on: DayNumber): DayNumber | undefined {
  const { openFrom } = standStill(input.pauses ?? []);
  return openFrom !== undefined && openFrom <= on ? openFrom : undefined;
}

export function remaining(input: RemainingInput): RemainingTime {
  const on = toDayNumber(input.on);
  const due = toDayNumber(input.dueOn);
  const since = pausedSince(input, on);
  const closed = closeOpenPauses(input.pauses ?? []);
  const counts = counting(input.unit, input.calendar, closed);
  const inTime = toDayNumber(lastDayInTime(input.dueOn, input.calendar, closed) ?? input.dueOn);
  if (since !== undefined && since <= inTime) return { kind: 'paused', days: countBetween(since, due, counts) };
  if (on > inTime) return { kind: 'late', days: countBetween(inTime, since ?? on, counts) };
  if (on === inTime && isClosed(input, inTime)) return { kind: 'late', days: 0 };
  if (on >= due) return { kind: 'today', days: 0 };
  return { kind: 'left', days: Math.max(1, countBetween(on, due, counts)) };
}

function isClosed({ now, closesAt }: RemainingInput, lastDay: DayNumber): boolean {
  return now !== undefined && Date.parse(now) >= Date.parse(overrunAt(toIsoDate(lastDay), closesAt));
}

/** 剩余 3 个工作日 · 今日到期 · 超期 1 个工作日 · 暂停中; 已超期 from closing time until the first late day has been counted. */
export function remainingWords({ kind, days }: RemainingTime, unit: LimitUnit): string {
  const measure = unit === 'workingDay' ? '个工作日' : '天';
  if (kind === 'paused') return '暂停中';
  if (kind === 'today') return '今日到期';
  if (kind === 'left') return `剩余 ${days} ${measure}`;
  return days === 0 ? '已超期' : `超期 ${days} ${measure}`;
}
