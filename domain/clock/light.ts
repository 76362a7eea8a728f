import type { IsoDate, Light } from '@due-process/contracts';
import { workingDaysBetween } from '../calendar/working-days';
import { usedDays } from './count';
import { remaining, type RemainingInput } from './remaining';

/** Lights of the worklist (ux: green on time, yellow near, red late, grey paused). Near: one working day or less, or the item's own share used. */
export interface LightInput extends RemainingInput {
  /** Working days to the due date from which a clock is near; 1 by default. */
  nearDays?: number;
  /** The item's own share: near once this much of the period is used. */
  near?: { start: IsoDate; length: number; share: number };
}

export function light(input: LightInput): Light {
  const { kind } = remaining(input);
  if (kind === 'paused') return 'grey';
  if (kind === 'late') return 'red';
  if (workingDaysBetween(input.calendar, input.on, input.dueOn) <= (input.nearDays ?? 1)) return 'yellow';
  return input.near && shareUsed(input, input.near) ? 'yellow' : 'green';
}

function shareUsed(input: LightInput, near: { start: IsoDate; length: number; share: number }): boolean {
  const used = usedDays(
    { start: near.start, unit: input.unit, calendar: input.calendar, pauses: input.pauses },
    input.on,
  );
  return used >= near.share * near.length;
}
