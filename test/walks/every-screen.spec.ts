import { conditionsHold, type ItemPublished } from '@due-process/contracts';
import { loadSituations, type Situation } from '@due-process/catalog';
import { deskOf, leaveDesks } from '../screens/support/browser';
import type { Desk } from '../screens/support/desk';
import { clerk } from '../support/clerk';
import { openEnrolmentPeriod } from '../support/enrolment-period';
import { sandbox } from '../support/sandbox';
import { Walk } from '../support/walk';
import { seenOnScreen } from './walk-record';

/**
 * Every item in a browser, by its first normal situation that needs no day to pass: the page on which it is registered asks for every field and every paper of the item; at each stage whoever has it finds
 * the button on the page of the case; at the end the page lists every document. No page complains on its console (`leaveDesks`).
 */
const passes = ({ steps }: Situation): boolean => steps.some((step) => step.time === true || step.round !== undefined);
const first = new Map<string, Situation>();
for (const situation of loadSituations())
  if (situation.kind === 'normal' && !passes(situation) && !first.has(situation.item))
    first.set(situation.item, situation);

const seen: string[] = [];
const desks = new Map<string, Promise<Desk>>();
const deskFor = (username: string): Promise<Desk> => {
  const known = desks.get(username) ?? deskOf(username);
  desks.set(username, known);
  return known;
};

beforeAll(async () => {
  await sandbox.noFaults();
  await openEnrolmentPeriod(await clerk('yt-head'));
});
afterAll(async () => {
  seenOnScreen(seen);
  await leaveDesks();
});

/** Fields that are asked whatever is answered, and the papers of every application. */
const asked = ({ form, materials }: ItemPublished): string[] => [
  ...form.filter((rule) => rule.required && conditionsHold(rule.when, {})).map(({ label }) => label),
  ...materials.filter(({ when }) => !when?.length).map(({ name }) => name),
];

async function registrationPage({ page }: Desk, item: ItemPublished): Promise<void> {
  await page.goto('/new');
  const picker = page.getByRole('combobox', { name: '事项' });
  await picker.waitFor();
  await picker.click();
  await page.keyboard.type(item.code);
  await page.getByRole('option', { name: item.code }).first().waitFor({ state: 'attached' });
  await page.keyboard.press('Enter');
  for (const words of asked(item)) await page.getByText(words, { exact: false }).first().waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(1366);
}

it.each([...first.values()])('$item on the screen: $title', async (situation) => {
  const walk = await Walk.of(situation);
  if (!walk.bySystem) await registrationPage(await deskFor(walk.opener?.username ?? ''), walk.item);
  await walk.open();
  for (const step of situation.steps) {
    await walk.quiet();
    if (step.letter) await walk.letter(step.letter);
    else if (step.act && !step.expect?.refused) {
      const doer = await walk.doer(step.act);
      const desk = await deskFor(doer?.username ?? '');
      await desk.openCase(walk.view.caseNo);
      await desk.turn.getByRole('button', { name: new RegExp(`^${doer?.label ?? ''}\\s?\\d?$`) }).waitFor();
      await walk.act(step);
    }
  }
  await walk.quiet();
  const city = walk.item.agency === '370600' ? 'yt' : 'qd';
  const window = await deskFor(`${city}-window`);
  await window.openCase(walk.view.caseNo);
  const papers = window.page.getByRole('region', { name: '文书' });
  for (const { name } of walk.view.documents) await papers.getByText(name).first().waitFor();
  expect(await window.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(1366);
  seen.push(situation.item);
});
