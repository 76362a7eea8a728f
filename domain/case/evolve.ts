import { VERSION_EVENTS, type CaseEvent, type CaseState } from '@due-process/contracts';
import { evolveClocks } from './evolve-clocks';
import { evolveLetters } from './evolve-letters';
import { evolveSteps } from './evolve-steps';
import { evolveTasks } from './evolve-tasks';

/** Answers kept for repeated commands; a client that repeats after more than this many later commands is answered from the journal. */
const KEPT_ANSWERS = 32;

/** The case after one event. Never refuses, never looks at a clock: an event is a fact. */
export function evolve(state: CaseState, event: CaseEvent): CaseState {
  if (event.type === 'caseRestored') return { ...event.data.state, seq: event.seq, version: event.version };
  const next =
    evolveTasks(state, event) ??
    evolveClocks(state, event) ??
    evolveLetters(state, event) ??
    evolveSteps(state, event) ??
    state;
  return {
    ...next,
    seq: event.seq,
    version: event.version,
    answers: event.command ? withAnswer(state.answers, event) : state.answers,
    lastChange: VERSION_EVENTS.has(event.type)
      ? { seq: event.seq, by: event.by, action: event.command?.action ?? event.type, at: event.recordedAt }
      : next.lastChange,
  };
}

function withAnswer(answers: CaseState['answers'], { command, version, seq }: CaseEvent): CaseState['answers'] {
  if (!command) return answers;
  const { [command.key]: _previous, ...others } = answers;
  const kept = Object.entries(others).slice(-(KEPT_ANSWERS - 1));
  return { ...Object.fromEntries(kept), [command.key]: { bodyMac: command.bodyMac, version, seq } };
}
