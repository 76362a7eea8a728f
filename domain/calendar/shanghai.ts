import type { Instant, IsoDate, TimeOfDay } from '@due-process/contracts';
import { refuse, toDayNumber, toIsoDate } from './day-number';

/** Shanghai's clock is eight hours ahead of UTC all year (no summer time since 1991); instants before 1992 do not occur here. */
const offsetMs = 8 * 3_600_000;
const dayMs = 86_400_000;

/** A receipt counts on its Shanghai date, also after hours. */
export function shanghaiDate(instant: Instant): IsoDate {
  const ms = typeof instant === 'string' && /T.*(Z|[+-]\d{2}:\d{2})$/.test(instant) ? Date.parse(instant) : Number.NaN;
  if (Number.isNaN(ms)) refuse('CALENDAR_TIME_INVALID', instant);
  return toIsoDate(Math.floor((ms + offsetMs) / dayMs));
}

export function shanghaiInstant(date: IsoDate, time: TimeOfDay): Instant {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!parts) refuse('CALENDAR_TIME_INVALID', time);
  const ms = toDayNumber(date) * dayMs + Number(parts[1]) * 3_600_000 + Number(parts[2]) * 60_000 - offsetMs;
  return new Date(ms).toISOString();
}

export const defaultClosingTime: TimeOfDay = '17:00';

/** The period ends when business hours end on its last day (Civil Code 203); from this instant on it is overrun. */
export function overrunAt(dueOn: IsoDate, closesAt: TimeOfDay = defaultClosingTime): Instant {
  return shanghaiInstant(dueOn, closesAt);
}
