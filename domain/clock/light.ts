import type { Light } from '@due-process/contracts';
import { workingDaysBetween } from '../calendar/working-days';
import { periodLength, usedDays, type ClockTerm } from './count';
import { remaining, type RemainingInput } from './remaining';

/**
 * Lights of the worklist (design §6): green on time, yellow near, red late, grey paused. Near is the item's own share of the period used, or without
 * one a single working day or less before the due date; the last day itself is always near.
 */
export interface LightInput extends RemainingInput {
  near?: Pick<ClockTerm, 'start' | 'quantity' | 'extendedBy'> & { share: number };
}

export function light(input: LightInput): Light {
  const { kind } = remaining(input);
  if (kind === 'paused') return 'grey';
  if (kind === 'late') return 'red';
  return kind === 'today' || isNear(input) ? 'yellow' : 'green';
}

function isNear({ near, on, dueOn, unit, calendar, pauses }: LightInput): boolean {
  if (!near) return workingDaysBetween(calendar, on, dueOn) <= 1;
  const used = usedDays({ start: near.start, unit, calendar, pauses }, on);
  return used >= near.share * periodLength({ ...near, unit });
}
