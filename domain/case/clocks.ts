import type { CaseState, ClockRule, ClockState, IsoDate, PauseSpan, RungMoment } from '@due-process/contracts';
import { dueDate, usedDays } from '../clock';
import { rungMoments } from '../ladder';
import { clockRule } from './conditions';

/** Spans of the pause ledger that stop this clock: whose cause the item lists for it and that reach past its start. */
export function pausesOf(state: CaseState, rule: ClockRule, startedOn: IsoDate): PauseSpan[] {
  return state.pauses
    .filter(
      (pause) => rule.stoppedBy.includes(pause.cause) && (pause.endedOn === undefined || pause.endedOn > startedOn),
    )
    .map((pause) => ({ from: pause.openedOn, ...(pause.endedOn === undefined ? {} : { to: pause.endedOn }) }));
}

export const isRunning = (clock: ClockState): boolean => clock.state === 'running' || clock.state === 'paused';

export const isStopped = (spans: PauseSpan[]): boolean => spans.some((span) => span.to === undefined);

/** The term of a clock as the rules of counting take it. */
export function termOf(
  state: CaseState,
  clock: Pick<ClockState, 'id' | 'startedOn' | 'quantity' | 'unit' | 'extendedBy'>,
) {
  return {
    start: clock.startedOn,
    quantity: clock.quantity,
    extendedBy: clock.extendedBy,
    unit: clock.unit,
    calendar: state.calendar,
    pauses: pausesOf(state, clockRule(state, clock.id), clock.startedOn),
  };
}

/** The due date recomputed from start, quantity, calendar and ledger alone: a clock's stored date always equals this. */
export const dueDateOf = (state: CaseState, clock: Parameters<typeof termOf>[1]): IsoDate =>
  dueDate(termOf(state, clock));

export const usedDaysOf = (state: CaseState, clock: ClockState, on: IsoDate): number =>
  usedDays(termOf(state, clock), on);

/** The clock's rungs with their moments; none for a clock that has ended. */
export function rungsOf(state: CaseState, clock: ClockState): RungMoment[] {
  if (!isRunning(clock)) return [];
  const rungs = clockRule(state, clock.id).ladder.map(({ id, share, due, afterDue }) =>
    due ? { id, due } : afterDue === undefined ? { id, share: share ?? 0 } : { id, afterDue },
  );
  return rungMoments({ ...termOf(state, clock), dueOn: clock.dueOn, rungs });
}

/** A clock newly started by a fact that happened on `startedOn`, recorded at `recordedAt`. */
export function newClock(state: CaseState, rule: ClockRule, startedOn: IsoDate, recordedAt: string): ClockState {
  const clock: ClockState = {
    id: rule.id,
    arming: (state.clocks[rule.id]?.arming ?? 0) + 1,
    kind: rule.kind,
    name: rule.name,
    quantity: rule.quantity,
    unit: rule.unit,
    extendedBy: 0,
    startedOn,
    startFact: rule.startsOn,
    state: isStopped(pausesOf(state, rule, startedOn)) ? 'paused' : 'running',
    dueOn: startedOn,
    calendarVersion: state.calendar.version,
    passedRungs: [],
    recordedAt,
  };
  clock.dueOn = dueDateOf(state, clock);
  clock.passedRungs = rungsOf(state, clock)
    .filter((rung) => rung.at < recordedAt)
    .map((rung) => rung.rung);
  return clock;
}
