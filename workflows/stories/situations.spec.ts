import type { CaseState } from '@due-process/contracts';
import { courseOf, loadSituations, type Situation } from '@due-process/catalog';
import type * as Engine from '../testing/in-process-engine';
import { SituationRun, type Answer } from '../testing/situation-run';

jest.mock('@temporalio/workflow', () =>
  jest.requireActual<typeof Engine>('../testing/in-process-engine').engineModule(),
);

/** Every named situation of the catalogue on the product's own workflow code: its path, its dates, its documents. */
type Expected = NonNullable<Situation['opened']>;

/** What the situation speaks of, as the case has it after the step. */
function seen(answer: Answer, run: SituationRun, wanted: Expected): Record<string, unknown> {
  if (answer.refusal) return { refused: answer.refusal };
  const { state } = run;
  const stages = Object.values(state.tasks).map(({ stage }) => stage);
  const letters = Object.values(state.waits).flatMap((wait) => (wait.kind === 'letter' ? [wait.type] : []));
  const { events } = answer;
  const all = {
    phase: state.phase,
    outcome: state.outcome,
    stage: stages.length === 0 ? 'none' : stages.join(),
    awaits: letters.join(),
    effect: run.asked.join() || 'none',
    documents: events.flatMap((event) => (event.type === 'documentIssued' ? [event.data.document.type] : [])),
    letters: events.flatMap((event) => (event.type === 'letterIssued' ? [event.data.letter.type] : [])),
    clocks: Object.fromEntries(Object.entries(wanted.clocks ?? {}).map(([id, clock]) => [id, told(state, id, clock)])),
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => name in wanted));
}

function told(state: CaseState, id: string, wanted: object): Record<string, unknown> {
  const pauses = state.pauses.map(({ openedOn, endedOn }) => ({
    from: openedOn,
    ...(endedOn === undefined ? {} : { to: endedOn }),
  }));
  return Object.fromEntries(Object.entries({ ...state.clocks[id], pauses }).filter(([name]) => name in wanted));
}

beforeAll(() => {
  jest.useFakeTimers({
    doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'setInterval', 'queueMicrotask', 'performance'],
  });
});
afterAll(() => void jest.useRealTimers());
const clock = { now: () => Date.now(), set: (at: number) => void jest.setSystemTime(at) };

/** Stages that the case has passed or stands in, by the system or by people. */
const passed = ({ steps, tasks }: CaseState): string[] =>
  [...Object.keys(steps), ...Object.values(tasks).map(({ key }) => key)].map((key) => key.split(/[:#]/u, 1)[0] ?? key);

/** What was announced and not reached; where the settlement comes to nothing, there is nothing to pay. */
function missed(announced: string[], state: CaseState): string[] {
  const paid = Object.keys(state.steps).some((key) => key.startsWith('effect:payBenefit'));
  const reached = [...passed(state), ...(paid ? [] : ['disburse'])];
  return announced.filter((stage) => !reached.includes(stage));
}

describe.each(loadSituations())('$id: $title', (situation) => {
  it('takes its path with its dates, and no stage is announced that it does not reach', async () => {
    const run = new SituationRun(situation, clock);
    const opened = await run.open();
    let announced = run.state.acceptedOn ? courseOf(run.state) : undefined;
    expect(opened.refusal).toBeUndefined();
    expect(seen(opened, run, situation.opened ?? {})).toEqual(situation.opened ?? {});
    for (const [index, step] of situation.steps.entries()) {
      const before = run.events.length;
      const answer = await run.play(step, index);
      const expected = step.expect ?? {};
      const what = `${step.on} ${step.act ?? step.letter ?? step.effect ?? step.round ?? 'time'}`;
      expect({ what, ...seen(answer, run, expected) }).toEqual({ what, ...expected });
      // A refusal leaves nothing behind.
      expect({ refused: answer.refusal, left: answer.refusal ? run.events.length - before : 0 }).toEqual({
        refused: step.expect?.refused,
        left: 0,
      });
      if (run.state.acceptedOn) announced ??= courseOf(run.state);
    }
    expect(run.state.outcome === 'completed' ? missed(announced ?? [], run.state) : []).toEqual([]);
  });
});
