import { loadSituations, type Situation } from '@due-process/catalog';
import { clerk } from '../support/clerk';
import { today } from '../support/deadlines';
import { openEnrolmentPeriod } from '../support/enrolment-period';
import { sandbox } from '../support/sandbox';
import { Walk } from '../support/walk';
import { publishPlanOf } from './past-plan';
import { WalkRecord } from './walk-record';

/**
 * Every situation of the catalogue over HTTP, whatever branch it takes: refusals with their code, answers of the outside as it says, the end, and every
 * document printed. Where days have to pass it goes in its own days, which are over: its dates must come out as they stand there. What cannot be walked says so itself.
 */
type Step = Situation['steps'][number];
const situations = loadSituations();
const walkable = situations.filter(({ unwalkable }) => unwalkable === undefined);
/** Batches of designation go by the days that are published, the quarter's review is opened by its head on any day. */
const isBatched = ({ steps }: Situation): boolean =>
  steps.some(({ round }) => round !== undefined && round !== 'quarterReview');
const isPast = (situation: Situation): boolean =>
  situation.kind === 'late' || situation.steps.some(({ time }) => time === true) || isBatched(situation);
const record = new WalkRecord();

/** Systems that stand behind an effect and can refuse it. */
const refusing: Record<string, 'core' | 'fund'> = {
  coreRecord: 'core',
  registerTransferIn: 'core',
  settleAccount: 'fund',
  payBenefit: 'fund',
  settleCard: 'core',
};

/** What the outside is to refuse after this step and before the next act. */
async function arrange(steps: Step[], from: number): Promise<void> {
  await sandbox.noFaults();
  const next = steps.findIndex((step, at) => at >= from && step.effect === undefined && step.time === undefined);
  for (const step of steps.slice(from, next < 0 ? undefined : next)) {
    const system = step.outcome === 'rejected' ? refusing[step.effect ?? ''] : undefined;
    if (system) await sandbox.faults(system, { rejected: 1 });
  }
}

/** How the situation says that the case ends; null where it leaves it open. */
function endOf({ opened, steps }: Situation): string | null {
  const expected = [opened, ...steps.map((step) => step.expect)].findLast((one) => one?.outcome ?? one?.phase);
  if (expected?.outcome) return expected.outcome;
  if (expected?.phase === 'concluded') return 'completed';
  return ends.has(expected?.phase ?? '') ? (expected?.phase ?? null) : null;
}
const ends: ReadonlySet<string> = new Set(['notAccepted', 'rejected', 'cancelled', 'terminated']);

/** Dates of its limits as the situation has them; how many days were used is only known where the clock can be set. */
function expectDates({ view }: Walk, { expect: expected }: Step): void {
  for (const [id, { startedOn, dueOn }] of Object.entries(expected?.clocks ?? {})) {
    const wanted = { ...(startedOn ? { startedOn } : {}), ...(dueOn ? { dueOn } : {}) };
    expect({ id, ...view.clocks.find((clock) => clock.id === id) }).toMatchObject({ id, ...wanted });
  }
}

/** Limits that the situation overruns are overrun. */
function expectOverrun({ view }: Walk, { kind, steps }: Situation): void {
  if (kind !== 'late') return;
  const wanted = steps.flatMap((step) =>
    Object.entries(step.expect?.clocks ?? {}).flatMap(([id, { state }]) => (state === 'overrun' ? [id] : [])),
  );
  const seen = new Map(
    view.clocks.map(({ id, state, remaining }) => [id, remaining?.kind === 'late' ? 'overrun' : state]),
  );
  expect(wanted.map((id) => [id, seen.get(id)])).toEqual(wanted.map((id) => [id, 'overrun']));
}

async function walked(walk: Walk, situation: Situation): Promise<string[]> {
  const past = isPast(situation);
  const refusals: { act: string; wanted: string; refused: string }[] = [];
  await arrange(situation.steps, 0);
  await walk.open();
  for (const [at, step] of situation.steps.entries()) {
    await walk.quiet();
    if (step.letter) await walk.letter(step.letter);
    else if (step.round) await walk.round(step.round);
    else if (step.act) {
      await arrange(situation.steps, at + 1);
      const wanted = step.expect?.refused;
      // A period that is to be over is over: only its not being over is not seen.
      if (wanted && past && wanted === 'ACTION_NOT_ALLOWED') continue;
      const before = situation.steps[at - 1];
      if (wanted) refusals.push({ act: step.act, wanted, refused: await walk.refusal(step) });
      else await walk.act(step, before?.time || before?.round ? 60 : 0);
      if (walk.inItsDays && !wanted && !isBatched(situation)) expectDates(walk, step);
    }
  }
  await walk.quiet();
  expect(refusals.filter(({ wanted, refused }) => wanted !== refused)).toEqual([]);
  const wanted = endOf(situation);
  await walk.ends(wanted);
  const { outcome, whoseTurn, facts } = walk.view;
  // In the past the case goes on by itself where the situation leaves it.
  const standing = outcome === wanted || (past && wanted === null) ? '' : JSON.stringify({ whoseTurn, facts });
  expect({ outcome, standing }).toEqual({ outcome, standing: '' });
  expectOverrun(walk, situation);
  const prints = await walk.prints();
  for (const print of prints) expect(print).toMatchObject({ status: 200, begins: '%PDF-' });
  return prints.map(({ type }) => type);
}

beforeAll(async () => {
  await openEnrolmentPeriod(await clerk('yt-head'));
  const years = walkable.filter(isPast).map(({ receivedOn }) => Number(receivedOn.slice(0, 4)));
  for (const year of new Set(years)) if (year < Number(today().slice(0, 4))) await publishPlanOf(year);
});
afterAll(async () => {
  record.save(situations);
  await sandbox.noFaults();
});

async function recorded(situation: Situation): Promise<string[]> {
  try {
    const printed = await walked(await Walk.of(situation, isPast(situation)), situation);
    record.walked(situation, printed);
    return printed;
  } catch (error) {
    record.failed(situation, error);
    throw error;
  }
}

it.each(walkable)('$id: $title', async (situation) => {
  expect((await recorded(situation)).length).toBeGreaterThan(0);
});
