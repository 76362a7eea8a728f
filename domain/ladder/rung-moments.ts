import type { IsoDate, RungMoment, RungSpec } from '@due-process/contracts';
import { lastDay, toDayNumber, toIsoDate } from '../calendar/day-number';
import { shanghaiInstant } from '../calendar/shanghai';
import { counting, nthCountedDay, periodLength, type ClockTerm } from '../clock/count';
import { standStill } from '../clock/pauses';
import { lastDayInTime } from '../clock/remaining';

/**
 * When the rungs of the ladder (催督办) fall (design §4): a share on the ⌈share × n⌉-th counted day, the due rung on the due date, +k on the k-th
 * working day after, all at 08:30. For months and years n is the calendar days of the period. Days past the due date skip pauses too.
 *
 * A limit of no length has no share rungs. While a pause is open only the rungs up to the day of its notice are known; the others follow when it ends.
 */
export interface LadderInput extends ClockTerm {
  dueOn: IsoDate;
  rungs: readonly RungSpec[];
}

export const rungTime = '08:30';

export function rungMoments(input: LadderInput): RungMoment[] {
  const moments = input.rungs.flatMap((rung) => {
    const on = rungDate(input, rung);
    return on === undefined ? [] : [{ rung: rung.id, on, at: shanghaiInstant(on, rungTime) }];
  });
  return moments.sort((a, b) => Number(a.at > b.at) - Number(a.at < b.at));
}

function rungDate(input: LadderInput, rung: RungSpec): IsoDate | undefined {
  if (rung.share !== undefined) return shareDate(input, rung.share);
  if (!rung.due && rung.afterDue === undefined) return undefined;
  const { openFrom } = standStill(input.pauses ?? []);
  if (rung.afterDue === undefined)
    return openFrom !== undefined && toDayNumber(input.dueOn) > openFrom ? undefined : input.dueOn;
  return dateAfterDue(input, rung.afterDue, openFrom ?? lastDay);
}

/** A product like 0.55 × 100 may come out a hair above the whole number it stands for. */
const hair = 1e-9;

function shareDate(input: LadderInput, share: number): IsoDate | undefined {
  const length = periodLength(input);
  const on = length === 0 ? undefined : nthCountedDay(input, Math.ceil(share * length - hair));
  return on !== undefined && on > input.dueOn ? input.dueOn : on;
}

function dateAfterDue(input: LadderInput, k: number, end: number): IsoDate | undefined {
  const inTime = lastDayInTime(input.dueOn, input.calendar, input.pauses);
  if (inTime === undefined) return undefined;
  const counts = counting('workingDay', input.calendar, input.pauses);
  let day = toDayNumber(inTime);
  for (let left = k; left > 0;) {
    if (++day > end) return undefined;
    if (counts(day)) left--;
  }
  return toIsoDate(day);
}
