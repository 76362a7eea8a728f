import type { Batch, CaseEvent, CaseRow, CaseState, ClockState, IsoDate, RungRow } from '@due-process/contracts';
import { workingDaysBetween } from '../calendar';
import { toDayNumber, toIsoDate } from '../calendar/day-number';
import { nthCountedDay, periodLength } from '../clock';
import { isRunning, rungsOf, termOf } from './clocks';
import { clockRule } from './conditions';
import { canonicalText } from './digest';
import { isBackground } from './evolve-steps';
import { dueTasks, standsAt, waitsUntil } from './stands-at';
import { isOpen } from './initial-state';
import { messagesOf } from './messages-of';

const running = (state: CaseState, kinds: ClockState['kind'][]): ClockState[] =>
  Object.values(state.clocks).filter((clock) => isRunning(clock) && kinds.includes(clock.kind));

const earliest = (dates: (IsoDate | undefined)[]): IsoDate | null =>
  dates.filter((date) => date !== undefined).sort()[0] ?? null;
const byDueDate = (clocks: ClockState[]): ClockState[] => clocks.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
const dueOf = (clocks: ClockState[]): IsoDate | null => earliest(clocks.map((clock) => clock.dueOn));

/** The date from which the light is yellow: the item's own share of the period, else one working day before the due date. */
function yellowOn(state: CaseState, clock: ClockState | undefined): IsoDate | null {
  if (!clock) return null;
  const { yellowFrom } = clockRule(state, clock.id);
  if (yellowFrom === undefined) return workingDayBefore(state, clock.dueOn);
  const term = termOf(state, clock);
  // A product like 0.55 × 100 may come out a hair above the whole number it stands for.
  return nthCountedDay(term, Math.max(1, Math.ceil(yellowFrom * periodLength(term) - 1e-9))) ?? null;
}

/** The first day with no more than one working day after it up to the due date: as the light counts. */
function workingDayBefore({ calendar }: CaseState, dueOn: IsoDate): IsoDate {
  let day = dueOn;
  for (let before = dayBefore(day); workingDaysBetween(calendar, before, dueOn) <= 1; before = dayBefore(day))
    day = before;
  return day;
}

const dayBefore = (date: IsoDate): IsoDate => toIsoDate(toDayNumber(date) - 1);

/** What the story waits for, the most telling first; work that only may be done until a clock runs out is a wait for that time. */
function waitingFor(state: CaseState): string {
  const kinds = new Set(
    Object.values(state.waits)
      .filter((wait) => !isBackground(wait))
      .map((wait) => wait.kind),
  );
  if (dueTasks(state).length > 0) return 'task';
  for (const kind of ['effect', 'letter', 'until'] as const) if (kinds.has(kind)) return kind;
  return 'none';
}

/** The case's row: a pure fold of its state. */
export function projectCase(state: CaseState): CaseRow {
  const first = Object.values(state.tasks).sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1))[0];
  const statutory = running(state, ['statutory', 'publicNotice', 'remedy']);
  const promised = running(state, ['promised']);
  const steps = running(state, ['step']);
  const leading = byDueDate([...promised, ...statutory, ...running(state, ['supplement', 'commitment'])])[0];
  return {
    caseNo: state.caseNo,
    itemCode: state.rules.code,
    edition: state.rules.edition,
    rulesHash: state.rulesHash,
    agency: state.agency,
    officeId: state.officeId,
    channel: state.channel,
    variant: state.variant ?? null,
    mode: state.rules.mode,
    phase: state.phase,
    outcome: state.outcome ?? null,
    personId: state.applicant.personId,
    applicantMasked: state.applicant.masked,
    subject: state.applicant.subject,
    seq: state.seq,
    version: state.version,
    stageName: first?.name ?? null,
    assignee: first?.assignee ?? null,
    unit: first?.unit ?? null,
    receivedOn: state.receivedOn,
    acceptedOn: state.acceptedOn ?? null,
    concludedOn: state.concludedOn ?? null,
    servedOn: state.servedOn ?? null,
    statutoryDueOn: dueOf(statutory),
    promisedDueOn: dueOf(promised),
    dueOn: leading?.dueOn ?? null,
    stepDueOn: dueOf(steps),
    yellowOn: yellowOn(state, byDueDate([...(leading ? [leading] : []), ...steps])[0]),
    paused: Object.values(state.clocks).some((clock) => clock.state === 'paused'),
    waitingFor: waitingFor(state),
    waitsAt: isOpen(state) ? standsAt(state) : null,
    waitsUntil: isOpen(state) ? waitsUntil(state) : null,
    calendarVersion: state.calendar.version,
    horizonOn:
      Object.values(state.clocks)
        .filter(isRunning)
        .map((clock) => clock.dueOn)
        .sort()
        .at(-1) ?? null,
    open: isOpen(state),
    ended: state.ended,
  };
}

function rungRows(state: CaseState, clock: ClockState): RungRow[] {
  const { ladder } = clockRule(state, clock.id);
  return rungsOf(state, clock).map(({ rung, on, at }) => {
    const rule = ladder.find((one) => one.id === rung);
    return {
      clockId: clock.id,
      arming: clock.arming,
      rung,
      on,
      at,
      receivers: rule?.receivers ?? [],
      sms: rule?.sms ?? false,
      state: clock.passedRungs.includes(rung) ? 'past' : 'pending',
    };
  });
}

const changed = <T>(before: Record<string, T> | undefined, after: Record<string, T>): T[] =>
  Object.entries(after)
    .filter(([key, row]) => !before || canonicalText(before[key]) !== canonicalText(row))
    .map(([, row]) => row);

const byId = <T extends { id: string }>(rows: T[]): Record<string, T> =>
  Object.fromEntries(rows.map((row) => [row.id, row]));

/** Clocks whose row or whose rungs differ: a new calendar may move a rung and leave the due date where it was. */
function changedClocks(before: CaseState | undefined, after: CaseState): ClockState[] {
  if (!before || (before.calendar === after.calendar && before.pauses === after.pauses))
    return changed(before?.clocks, after.clocks);
  const rungs = (state: CaseState, clock: ClockState | undefined) => clock && [clock, rungRows(state, clock)];
  return Object.values(after.clocks).filter(
    (clock) => canonicalText(rungs(before, before.clocks[clock.id])) !== canonicalText(rungs(after, clock)),
  );
}

/** Rows that differ from those of `before`; without it, the whole projection. */
export function projectRows(
  before: CaseState | undefined,
  after: CaseState,
  events: readonly CaseEvent[],
): Batch['rows'] {
  const clocks = changedClocks(before, after);
  const gone = Object.values(before?.tasks ?? {}).filter((task) => !after.tasks[task.key]);
  return {
    case: projectCase(after),
    tasks: [
      ...gone.map((task) => ({ ...task, done: true })),
      ...changed(before?.tasks, after.tasks).map((task) => ({ ...task, done: false })),
    ],
    clocks,
    pauses: changed(before && byId(before.pauses), byId(after.pauses)),
    letters: changed(before?.letters, after.letters),
    documents: after.documents.slice(before?.documents.length ?? 0),
    rungs: clocks.flatMap((clock) => rungRows(after, clock)),
    messages: messagesOf(after, events),
  };
}
