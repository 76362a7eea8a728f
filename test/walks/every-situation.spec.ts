import { loadSituations, type Situation } from '@due-process/catalog';
import { sandbox } from '../support/sandbox';
import { Walk } from '../support/walk';

/**
 * Every situation of the catalogue over HTTP, whatever branch it takes: refusals with their code, answers of the outside as it says, the end, and every
 * document printed. Today is today, so what hangs on a day that has to pass is left to the runner whose clock can be set.
 */
type Step = Situation['steps'][number];
const passes = (step: Step): boolean => step.time === true || step.round !== undefined;
const walkable = loadSituations().filter(({ steps, kind }) => kind !== 'late' && !steps.some(passes));

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
  const next = steps.findIndex((step, at) => at >= from && step.effect === undefined);
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

afterAll(() => sandbox.noFaults());

it.each(walkable)('$id: $title', async (situation) => {
  const walk = await Walk.of(situation);
  const refusals: { act: string; wanted: string; refused: string }[] = [];
  await arrange(situation.steps, 0);
  await walk.open();
  for (const [at, step] of situation.steps.entries()) {
    await walk.quiet();
    if (step.letter) await walk.letter(step.letter);
    else if (step.act) {
      await arrange(situation.steps, at + 1);
      const wanted = step.expect?.refused;
      if (wanted) refusals.push({ act: step.act, wanted, refused: await walk.refusal(step) });
      else await walk.act(step);
    }
  }
  await walk.quiet();
  expect(refusals.filter(({ wanted, refused }) => wanted !== refused)).toEqual([]);
  const { outcome, whoseTurn, facts } = walk.view;
  const wanted = endOf(situation);
  const standing = outcome === wanted ? '' : JSON.stringify({ whoseTurn, facts });
  expect({ outcome, standing }).toEqual({ outcome: wanted, standing: '' });
  for (const print of await walk.prints()) expect(print).toMatchObject({ status: 200, begins: '%PDF-' });
});
