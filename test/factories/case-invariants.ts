import type { Batch, CaseEvent, CaseState, ClockState, PauseSpan } from '@due-process/contracts';
import { VERSION_EVENTS } from '@due-process/contracts';
import {
  deadline,
  dueDateOf,
  evolve,
  holderOf,
  isRunning,
  isWorkingDay,
  nextWake,
  pausesOf,
  projectRows,
} from '@due-process/domain';
import type { PureRun, Turn } from './pure-run';

/** What must hold of every case at every moment. Each check throws by `expect`, so that a failing run shows the state. */

/** Compares texts first: asking for the difference is slow, and rarely needed. */
export function same(one: unknown, other: unknown): void {
  if (JSON.stringify(one) !== JSON.stringify(other)) expect(one).toEqual(other);
}

/** Asks Jest only for what differs: a play makes many thousand comparisons. */
export function is<T>(one: T, other: T): void {
  if (one !== other) expect(one).toBe(other);
}

const ruleOf = (state: CaseState, id: string) => {
  const rule = state.rules.clocks.find((one) => one.id === id);
  if (!rule) throw new Error(`no clock ${id}`);
  return rule;
};

export function oneHolderPerTask(state: CaseState): void {
  for (const task of Object.values(state.tasks)) {
    const holder = holderOf(task);
    is(Object.keys(holder).length, 1);
    is(Object.values(holder)[0] === '', false);
    is(state.steps[task.key], undefined);
  }
  const waited = Object.values(state.waits).filter((wait) => wait.kind === 'task');
  is(
    waited
      .map((wait) => wait.key)
      .sort()
      .join(),
    Object.keys(state.tasks).sort().join(),
  );
}

const dayAfter = (date: string): string => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);

/** Days that count, told one by one: after the start, worked, in no ended pause. */
function workedOutside(state: CaseState, clock: ClockState, pauses: PauseSpan[]): number {
  let count = 0;
  for (let day = dayAfter(clock.startedOn); day <= clock.dueOn; day = dayAfter(day)) {
    const stands = pauses.some(({ from, to }) => to !== undefined && day > from && day <= to);
    if (!stands && isWorkingDay(state.calendar, day)) count += 1;
  }
  return count;
}

export function dueDatesAreRecomputable(state: CaseState): void {
  for (const clock of Object.values(state.clocks)) {
    if (!isRunning(clock)) continue;
    is(`${clock.id} ${clock.dueOn}`, `${clock.id} ${dueDateOf(state, clock)}`);
    const { stoppedBy } = ruleOf(state, clock.id);
    const pauses = state.pauses
      .filter((pause) => stoppedBy.includes(pause.cause))
      .map(({ openedOn, endedOn }) => (endedOn === undefined ? { from: openedOn } : { from: openedOn, to: endedOn }));
    const { startedOn: start, quantity, extendedBy, unit } = clock;
    const independent = deadline({ start, quantity, extendedBy, unit, calendar: state.calendar, pauses });
    is(`${clock.id} ${clock.dueOn}`, `${clock.id} ${independent.dueOn}`);
    if (unit === 'workingDay') is(workedOutside(state, clock, pauses), quantity + extendedBy);
    const stopped = pauses.some((pause) => pause.to === undefined);
    is(`${clock.id} ${clock.state}`, `${clock.id} ${stopped ? 'paused' : 'running'}`);
  }
}

/** Numbers without a gap, a version that grows with its own events alone, and no clock overrun while it stands still. */
export function eventsAreInOrder({ before, after, events }: Turn): void {
  let state = before;
  for (const event of events) {
    is(event.seq, state.seq + 1);
    is(event.version, state.version + (VERSION_EVENTS.has(event.type) ? 1 : 0));
    if (event.type === 'clockEnded') standingStillIsInTime(state, event);
    state = evolve(state, event);
  }
  is(state.seq, after.seq);
  is(state.version, after.version);
}

function standingStillIsInTime(state: CaseState, { data }: CaseEvent & { type: 'clockEnded' }): void {
  const clock = state.clocks[data.id];
  if (!clock) throw new Error(`no clock ${data.id}`);
  const stopped = pausesOf(state, ruleOf(state, data.id), clock.startedOn).some(
    (span) => span.to === undefined && span.from <= clock.dueOn,
  );
  if (stopped || data.endedOn <= clock.dueOn) expect(data.state).not.toBe('overrun');
}

export function endedCasesAreAtRest(state: CaseState): void {
  if (state.outcome === undefined) return;
  expect(state.tasks).toEqual({});
  expect(Object.values(state.clocks).filter(isRunning)).toEqual([]);
  expect(state.pauses.filter((pause) => pause.endedOn === undefined)).toEqual([]);
  expect(state.openNotice).toBeUndefined();
  expect(state.reversible).toBeUndefined();
}

export function datesAreInOrder(state: CaseState): void {
  for (const pause of state.pauses) is((pause.endedOn ?? pause.openedOn) >= pause.openedOn, true);
  for (const clock of Object.values(state.clocks)) is(clock.dueOn >= clock.startedOn, true);
  if (state.acceptedOn !== undefined) is(state.acceptedOn >= state.receivedOn, true);
  if (state.concludedOn !== undefined) is(state.concludedOn >= (state.acceptedOn ?? state.receivedOn), true);
  if (state.servedOn !== undefined && state.concludedOn !== undefined) is(state.servedOn >= state.concludedOn, true);
}

/** Waking a case at the moment it asked for always brings it further. */
export function wakingMovesOn(before: CaseState, after: CaseState): void {
  const asked = nextWake(before);
  const next = nextWake(after);
  if (asked !== undefined && next !== undefined) is(next > asked, true);
}

/** Plain JSON of bounded size. The calendar and the rules are given, not grown. */
export function stateIsSmallJson(state: CaseState, budget: number): void {
  const text = JSON.stringify(state);
  same(JSON.parse(text), state);
  expect(text.length).toBeLessThan(budget);
}

type Rows = Batch['rows'];

/** The tables as they stand after a batch: what the database does with the rows, in memory. */
export class Tables {
  private readonly tasks = new Map<string, Rows['tasks'][number]>();
  private readonly clocks = new Map<string, Rows['clocks'][number]>();
  private readonly pauses = new Map<string, Rows['pauses'][number]>();
  private readonly letters = new Map<string, Rows['letters'][number]>();
  private readonly documents = new Map<string, Rows['documents'][number]>();
  private readonly rungs = new Map<string, Rows['rungs']>();
  private row: Rows['case'] | undefined;

  write(rows: Rows): void {
    this.row = rows.case;
    for (const task of rows.tasks)
      if (task.done) this.tasks.delete(task.key);
      else this.tasks.set(task.key, task);
    for (const clock of rows.clocks) {
      this.clocks.set(clock.id, clock);
      this.rungs.set(
        clock.id,
        rows.rungs.filter((rung) => rung.clockId === clock.id),
      );
    }
    for (const pause of rows.pauses) this.pauses.set(pause.id, pause);
    for (const letter of rows.letters) this.letters.set(letter.letterNo, letter);
    for (const document of rows.documents) this.documents.set(document.documentNo, document);
  }

  contents() {
    const sorted = (rows: Map<string, unknown>) => [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      case: this.row,
      tasks: sorted(this.tasks),
      clocks: sorted(this.clocks),
      pauses: sorted(this.pauses),
      letters: sorted(this.letters),
      documents: sorted(this.documents),
      rungs: sorted(this.rungs),
    };
  }
}

/** Row after row of what changed gives the same tables as the whole projection at once; ended clocks have no rungs. */
export function projectionFollows(tables: Tables, turn: Turn): void {
  const rows = projectRows(turn.before.seq === 0 ? undefined : turn.before, turn.after, turn.events);
  tables.write(rows);
  const whole = projectRows(undefined, turn.after, []);
  const afresh = new Tables();
  afresh.write(whole);
  same(tables.contents(), afresh.contents());
  for (const { clockId, rung, state } of whole.rungs) {
    const clock = turn.after.clocks[clockId];
    is(clock && isRunning(clock), true);
    is(state, clock?.passedRungs.includes(rung) ? 'past' : 'pending');
  }
  is(new Set(rows.messages.map((message) => message.key)).size, rows.messages.length);
}

export function holdsEverywhere(run: PureRun, turn: Turn, tables: Tables): void {
  oneHolderPerTask(run.state);
  dueDatesAreRecomputable(run.state);
  eventsAreInOrder(turn);
  endedCasesAreAtRest(run.state);
  datesAreInOrder(run.state);
  projectionFollows(tables, turn);
}
