import { somebody } from '../support/persons';
import { deskOf, leaveDesks } from './support/browser';
import { expectUsable, type Desk } from './support/desk';

/** Registers at the desk by keyboard alone and leaves the number of the case. */
async function typeIn(text: string, { page }: Desk): Promise<void> {
  await page.keyboard.type(text, { delay: 5 });
}

describe('the day of a clerk in 烟台', () => {
  const person = somebody('王小明');
  let clerk: Desk;
  let caseNo: string;

  beforeAll(async () => {
    clerk = await deskOf();
  });
  afterAll(leaveDesks);

  it('begins with one click on the own name, and shows agency and post', async () => {
    await clerk.page.goto('/');
    const demo = clerk.page.getByRole('region', { name: '演示账号' });
    await demo.waitFor();
    await expectUsable(clerk);
    await demo.getByRole('group', { name: /烟台/ }).getByRole('button', { name: /窗口经办/ }).first().click();
    await clerk.page.getByRole('navigation', { name: '主菜单' }).waitFor();
    await clerk.shows(/烟台市窗口经办甲（窗口经办）/);
    await clerk.shows('烟台市医疗保障经办机构');
  });

  it('registers a transfer by keyboard alone', async () => {
    const { page } = clerk;
    const { keyboard } = page;
    await page.goto('/new');
    await page.getByRole('combobox', { name: '事项' }).waitFor();
    await typeIn('YT-2.2', clerk);
    await page.getByRole('option', { name: /YT-2\.2/ }).first().waitFor({ state: 'attached' });
    await keyboard.press('Enter');
    await page.getByRole('region', { name: '申请人' }).waitFor();
    await page.locator('[data-part="applicant"] input.ant-input').first().waitFor();
    await expectUsable(clerk);
    for (const text of [person.idNumber, person.name, person.phone]) {
      await typeIn(text, clerk);
      await keyboard.press('Tab');
    }
    await keyboard.press('Tab');
    await typeIn('青岛', clerk);
    await keyboard.press('Enter');
    await keyboard.press('Control+Enter');
    const result = page.getByRole('region', { name: '登记结果' });
    await result.waitFor();
    await clerk.shows('已登记，已接件');
    caseNo = ((await result.getByRole('link', { name: /^办件 \d{23}$/ }).getAttribute('aria-label')) ?? '').slice(3);
    expect(caseNo).toMatch(/^370600\d{17}$/);
  });
});
