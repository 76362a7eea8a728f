import { loadSituations, type Situation } from '@due-process/catalog';
import { clerk } from '../support/clerk';
import { openEnrolmentPeriod } from '../support/enrolment-period';
import { sandbox } from '../support/sandbox';
import { Walk } from '../support/walk';

/**
 * Every item of the catalogue over HTTP by its first normal situation that needs no day to pass: registered, acted on by whoever the case allows, to its lawful end, and every
 * document printed. Dates are today's; that they are right is tried where the clock can be set (workflows/stories/situations.spec.ts).
 */
const passes = ({ steps }: Situation): boolean => steps.some((step) => step.time === true || step.round !== undefined);
const first = new Map<string, Situation>();
for (const situation of loadSituations())
  if (situation.kind === 'normal' && !passes(situation) && !first.has(situation.item))
    first.set(situation.item, situation);

beforeAll(async () => {
  await sandbox.noFaults();
  await openEnrolmentPeriod(await clerk('yt-head'));
});

it.each([...first.values()])('$item goes its way over HTTP: $title', async (situation) => {
  const walk = await Walk.of(situation);
  await walk.open();
  for (const step of situation.steps) {
    await walk.quiet();
    if (step.letter) await walk.letter(step.letter);
    else if (step.act && !step.expect?.refused) await walk.act(step);
  }
  await walk.quiet();
  const last = situation.steps.findLast((step) => step.expect?.outcome)?.expect ?? situation.opened;
  const { outcome, whoseTurn, facts, actions } = walk.view;
  const wanted = last?.outcome ?? null;
  const standing = outcome === wanted ? '' : JSON.stringify({ whoseTurn, facts, actions });
  expect({ outcome, standing }).toEqual({ outcome: wanted, standing: '' });
  for (const print of await walk.prints()) expect(print).toMatchObject({ status: 200, begins: '%PDF-' });
});
