import type { Deadline, DerivationDay, IsoDate } from '@due-process/contracts';
import { dayLookup } from '../calendar/day-kind';
import { toDayNumber, toIsoDate, withinRange, type DayNumber } from '../calendar/day-number';
import { reliesOnUnpublished } from '../calendar/provisional';
import { advance, counting, periodLength, type ClockTerm } from './count';
import { closeOpenPauses, standStill } from './pauses';

/**
 * When a limit ends, and why. Basis: Civil Code 201–203; working days after the State Council's notices; paused days after design §6.
 *
 * A pause still open: with `asOf` the answer is "if it resumed that day"; without, the open pause has cost nothing yet, which is the earliest
 * the date can become, and the answer is marked `open`. Either way closing the pause later never brings an earlier date.
 */
export interface DeadlineInput extends ClockTerm {
  asOf?: IsoDate;
}

interface End {
  start: DayNumber;
  /** The last counted day. */
  counted: DayNumber;
  /** The due date: the last counted day, rolled past rest days. */
  due: DayNumber;
}

function endOf(input: DeadlineInput): End {
  const start = toDayNumber(input.start);
  const pauses = closeOpenPauses(input.pauses ?? [], input.asOf);
  const length = periodLength(input);
  const counted = advance(start, length, counting(input.unit, input.calendar, pauses));
  if (input.unit === 'workingDay' || length === 0) return { start, counted, due: counted };
  const { works } = dayLookup(input.calendar);
  const { isPaused } = standStill(pauses);
  let due = counted;
  if (!works(due))
    do due = withinRange(due + 1, input.quantity);
    while (!works(due) || isPaused(due));
  return { start, counted, due };
}

/** The due date alone, for callers that need no derivation. */
export function dueDate(input: DeadlineInput): IsoDate {
  return toIsoDate(endOf(input).due);
}

/**
 * The due date with its derivation: every day from the start to the due date, counted or not, with the reason. A paused day says so whatever day of
 * the week it is; the days a period is moved on by (203) are `rolled`.
 * @throws RangeError with a `CalendarFault` as its message for a date, quantity, unit or pause that cannot be counted with.
 */
export function deadline(input: DeadlineInput): Deadline {
  const pauses = input.pauses ?? [];
  const end = endOf(input);
  const openFrom = input.asOf === undefined ? standStill(pauses).openFrom : undefined;
  return {
    dueOn: toIsoDate(end.due),
    provisional: end.due > end.start && reliesOnUnpublished(input.calendar, end.start + 1, end.due),
    calendarVersion: input.calendar.version,
    ...(openFrom !== undefined && openFrom < end.due ? { open: true as const } : {}),
    derivation: derive(input, end),
  };
}

function derive(input: DeadlineInput, { start, counted, due }: End): DerivationDay[] {
  const { kind } = dayLookup(input.calendar);
  const { isPaused } = standStill(closeOpenPauses(input.pauses ?? [], input.asOf));
  const days: DerivationDay[] = [{ date: toIsoDate(start), counted: false, reason: 'startDay' }];
  for (let day = start + 1; day <= due; day++) {
    const date = toIsoDate(day);
    if (isPaused(day)) days.push({ date, counted: false, reason: 'paused' });
    else if (day > counted) days.push({ date, counted: false, reason: 'rolled' });
    else if (input.unit !== 'workingDay') days.push({ date, counted: true, reason: 'calendarDay' });
    else {
      const reason = kind(day);
      days.push({ date, counted: reason === 'workingDay' || reason === 'makeUpWorkday', reason });
    }
  }
  return days;
}
