import type { CaseView, ClockView } from '@due-process/contracts';

const running = ({ state }: ClockView): boolean => state === 'running' || state === 'paused';

/** The clock behind the date in the head: of those that run the one due first, else the one that ran longest. */
export function clockBehind({ clocks }: CaseView, kind: ClockView['kind']): ClockView | undefined {
  const own = clocks.filter((clock) => clock.kind === kind && clock.state !== 'cancelled');
  const open = own.filter(running);
  const byDay = (open.length > 0 ? open : own).toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  return open.length > 0 ? byDay[0] : byDay.at(-1);
}
