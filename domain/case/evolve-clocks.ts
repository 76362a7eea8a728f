import type { CaseEvent, CaseState, ClockState } from '@due-process/contracts';
import { isRunning, isStopped, pausesOf } from './clocks';
import { clockRule } from './conditions';

/** Running and paused follow from the ledger: a clock stands still while any pause that stops it is open. */
function settleStates(state: CaseState): CaseState {
  const clocks = Object.fromEntries(
    Object.entries(state.clocks).map(([id, clock]) => {
      if (!isRunning(clock)) return [id, clock];
      const stopped = isStopped(pausesOf(state, clockRule(state, id), clock.startedOn));
      return [id, { ...clock, state: stopped ? 'paused' : 'running' } satisfies ClockState];
    }),
  );
  return { ...state, clocks };
}

function change(state: CaseState, id: string, patch: Partial<ClockState>): CaseState {
  const clock = state.clocks[id];
  return clock ? { ...state, clocks: { ...state.clocks, [id]: { ...clock, ...patch } } } : state;
}

/** What an event changes in clocks, pauses and the calendar; undefined when it is none of theirs. */
export function evolveClocks(state: CaseState, event: CaseEvent): CaseState | undefined {
  switch (event.type) {
    case 'clockStarted':
      return { ...state, clocks: { ...state.clocks, [event.data.clock.id]: event.data.clock } };
    case 'clockEnded': {
      const { id, ...end } = event.data;
      return change(state, id, end);
    }
    case 'clockRedated': {
      const { id, dueOn, calendarVersion, extendedBy } = event.data;
      const extended = extendedBy === undefined ? {} : { extendedBy };
      const next = change(state, id, { dueOn, calendarVersion, ...extended });
      return event.data.cause === 'extension' ? { ...next, extensions: state.extensions + 1 } : next;
    }
    case 'pauseOpened':
      return settleStates({
        ...state,
        pauses: [...state.pauses, event.data.pause],
        counters: { ...state.counters, pause: (state.counters.pause ?? 0) + 1 },
      });
    case 'pauseEnded':
      return settleStates({
        ...state,
        pauses: state.pauses.map((pause) =>
          pause.id === event.data.id ? { ...pause, endedOn: event.data.endedOn, limitOn: undefined } : pause,
        ),
      });
    case 'pauseLimitReached':
      return {
        ...state,
        pauses: state.pauses.map((pause) => (pause.id === event.data.id ? { ...pause, limitOn: undefined } : pause)),
      };
    case 'calendarAdopted':
      return { ...state, calendar: event.data.calendar };
    default:
      return undefined;
  }
}
