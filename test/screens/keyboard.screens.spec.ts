import { somebody } from '../support/persons';
import { deskOf, leaveDesks } from './support/browser';
import type { Desk } from './support/desk';

/** From the first key to the last without the mouse: registration, supplement, acceptance, service. */
describe('a case, by keyboard alone', () => {
  const person = somebody('诸葛明');
  let desk: Desk;

  const focused = (selector: string) => desk.page.locator(`${selector}:focus`).waitFor();
  const type = async (...given: string[]): Promise<void> => {
    for (const text of given) {
      await desk.page.keyboard.type(text);
      await desk.page.keyboard.press('Tab');
    }
  };
  /** An action of the case by the number that stands on its button. */
  const act = async (label: RegExp): Promise<void> => {
    const button = desk.turn.getByRole('button', { name: label });
    await button.waitFor();
    const key = (await button.textContent())?.at(-1) ?? '';
    expect(key).toMatch(/\d/);
    await desk.page.keyboard.press(key);
    await desk.dialog.waitFor();
  };
  const handIn = async (): Promise<void> => {
    await desk.page.keyboard.press('Control+Enter');
    await desk.dialog.waitFor({ state: 'hidden' });
  };

  beforeAll(async () => {
    desk = await deskOf('yt-window');
    await desk.page.addInitScript(
      `addEventListener('mousedown', () => { throw new Error('the mouse was used'); }, true)`,
    );
    await desk.page.goto('/new');
  });
  afterAll(leaveDesks);

  it('is registered, although the paper was forgotten', async () => {
    const { page } = desk;
    await focused('.item-picker input');
    await page.keyboard.type('YT-2.1');
    await page.getByRole('option', { name: 'YT-2.1' }).first().waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await focused('[data-part="applicant"] input.ant-input');
    await type(person.idNumber, person.name, person.phone, '');
    await page.keyboard.type('青岛');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('region', { name: '登记结果' }).waitFor();
    await focused('.registered button');
    expect(await page.locator('.query-code').textContent()).toMatch(/^\w{4} \w{4}$/);
  });

  it('is opened from the result', async () => {
    const { page } = desk;
    const link = page.getByRole('link', { name: /^办件 \d{23}$/ });
    for (let tabs = 0; tabs < 6 && (await link.and(page.locator(':focus')).count()) === 0; tabs++)
      await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await desk.turn.waitFor();
    expect(page.url()).toMatch(/\/cases\/370600\d{17}$/);
  });

  it('waits for the paper, which is ticked where the drawer begins', async () => {
    const { page } = desk;
    await act(/^一次性告知补正/);
    await focused('.ant-drawer textarea');
    await page.keyboard.type('请补交身份证或社会保障卡');
    await handIn();
    await act(/^收到补正材料/);
    await focused('.ant-drawer input[type="checkbox"]');
    await page.keyboard.press('Space');
    expect(await desk.dialog.getByRole('checkbox').first().isChecked()).toBe(true);
    await handIn();
  });

  it('is accepted and, being a matter of one moment, concluded', async () => {
    await act(/^受理/);
    await desk.page.keyboard.press('Enter');
    await desk.dialog.waitFor({ state: 'hidden' });
    await desk.shows('已办结');
    const course = desk.page.getByRole('region', { name: '办理经过' });
    for (const label of ['收件', '一次性告知补正', '受理', '办结']) await desk.shows(label, course);
    expect(await desk.turn.getByRole('button', { name: /^受理/ }).count()).toBe(0);
  });
});
