import type { CaseState, IsoDate, PauseState } from '@due-process/contracts';
import { shanghaiDate } from '../calendar/shanghai';
import { isRunning } from './clocks';
import { isBackground } from './evolve-steps';

/** What a case stands on: the open work and waits of its state, or of a reading of its events. */
export interface Standing {
  tasks: Record<string, { stage: string }>;
  waits: CaseState['waits'];
  pauses: Pick<PauseState, 'cause' | 'endedOn' | 'clocks'>[];
  openNotice?: unknown;
}

/** Work that may be done until a clock runs out (公示期内提出异议): the case waits for time, nobody is bound to act. */
const mayBeDone = ({ waits }: Standing, task: string): boolean =>
  Object.values(waits).some((wait) => wait.kind === 'until' && wait.key === `until:${wait.clock}:${task}`);

/** Work that somebody must do before the story goes on. */
export const dueTasks = (state: Standing): string[] => Object.keys(state.tasks).filter((key) => !mayBeDone(state, key));

/**
 * The one place of its flow chart at which an open case stands, and to which its days are counted: `applicant` while a 一次性告知书 is open, `paused` while
 * time stands still for another cause, the stage of its work, `effect` while the system works, `receive:<letter>`, `until:<clock>`, `round:<name>`,
 * `time`. Null between two of them.
 */
export function standsAt(state: Standing): string | null {
  if (state.openNotice !== undefined) return 'applicant';
  if (isHeld(state)) return 'paused';
  const [first] = dueTasks(state);
  if (first !== undefined) return state.tasks[first]?.stage ?? null;
  const waits = Object.values(state.waits).filter((wait) => !isBackground(wait));
  if (waits.some(({ kind }) => kind === 'effect')) return 'effect';
  for (const wait of waits) if (wait.kind === 'letter') return `receive:${wait.type}`;
  for (const wait of waits)
    if (wait.kind === 'until') return wait.round ? `round:${wait.round}` : wait.clock ? `until:${wait.clock}` : 'time';
  return null;
}

const isHeld = ({ pauses }: Standing): boolean =>
  pauses.some((pause) => pause.endedOn === undefined && pause.cause !== 'supplement' && pause.clocks.length > 0);

/** The day on which a case that waits goes on or is asked about again; null where none is set. */
export function waitsUntil(state: CaseState): IsoDate | null {
  const waits = Object.values(state.waits).filter((wait) => !isBackground(wait));
  const days = (() => {
    if (state.openNotice !== undefined)
      return Object.values(state.clocks).flatMap((one) =>
        one.kind === 'supplement' && isRunning(one) ? one.dueOn : [],
      );
    if (isHeld(state))
      return state.pauses.flatMap(({ endedOn, limitOn }) => (endedOn === undefined && limitOn ? limitOn : []));
    if (dueTasks(state).length > 0) return [];
    return waits.flatMap((wait) => {
      if (wait.kind === 'letter') return wait.remindOn ?? [];
      if (wait.kind !== 'until' || wait.round) return [];
      return (wait.clock && state.clocks[wait.clock]?.dueOn) || shanghaiDate(wait.at);
    });
  })();
  return days.toSorted()[0] ?? null;
}
