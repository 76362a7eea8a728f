import type { PauseSpan } from '@due-process/contracts';
import { refuse, toDayNumber, type DayNumber } from '../calendar/day-number';

/**
 * The days a clock stands still (design §6): from the day after the notice up to and including the day of receipt. Overlapping pauses are one;
 * a pause received on the day of its notice has no days at all.
 */
export interface StandStill {
  isPaused(day: DayNumber): boolean;
  /** Day of the notice of the earliest pause that is still open. */
  openFrom: DayNumber | undefined;
  /**
   * The day at whose close the clock runs again, for a clock that stands still at the close of `day`; `day` itself when it does not.
   * Infinity while a pause is open.
   */
  resumesAfter(day: DayNumber): DayNumber;
}

interface Span {
  from: DayNumber;
  to: DayNumber;
}

/** @throws RangeError `CALENDAR_PAUSE_INVALID` when the receipt is before the notice. */
export function standStill(pauses: readonly PauseSpan[]): StandStill {
  const spans: Span[] = [];
  for (const pause of pauses) {
    const from = toDayNumber(pause.from);
    const to = pause.to === undefined ? Number.POSITIVE_INFINITY : toDayNumber(pause.to);
    if (to < from) refuse('CALENDAR_PAUSE_INVALID', pause);
    spans.push({ from, to });
  }
  spans.sort((a, b) => a.from - b.from);
  return {
    isPaused(day) {
      for (const span of spans) if (day > span.from && day <= span.to) return true;
      return false;
    },
    openFrom: spans.find((span) => span.to === Number.POSITIVE_INFINITY)?.from,
    resumesAfter: (day) => spans.reduce((end, span) => (span.from <= end && span.to > end ? span.to : end), day),
  };
}

/** Open pauses as if their receipt came on `asOf` (never before their notice); without it they are left out, as if they had cost nothing yet. */
export function closeOpenPauses(pauses: readonly PauseSpan[], asOf?: string): PauseSpan[] {
  return pauses.flatMap((pause) => {
    if (pause.to !== undefined) return [pause];
    return asOf === undefined ? [] : [{ from: pause.from, to: asOf > pause.from ? asOf : pause.from }];
  });
}
