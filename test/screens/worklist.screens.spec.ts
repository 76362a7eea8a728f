import { clerks } from '../support/clerk';
import { open, QINGDAO } from '../support/transfers';
import { deskOf, leaveDesks } from './support/browser';
import { expectUsable, type Desk } from './support/desk';

describe('a full worklist', () => {
  /** One page holds fifty. */
  const many = 54;
  let desk: Desk;

  beforeAll(async () => {
    const [window] = await clerks('yt-window');
    for (let made = 0; made < many; made += 6)
      await Promise.all(Array.from({ length: 6 }, () => open(window, 'YT-2.2', { place: QINGDAO, materials: [] })));
    desk = await deskOf('yt-window');
  });
  afterAll(leaveDesks);

  const rows = () => desk.page.locator('tbody tr');

  it('is found by the initials of an item’s name, and kept under a name of one’s own', async () => {
    const { page } = desk;
    await page.goto('/worklist?tab=all');
    await rows().first().waitFor();
    const item = page.getByRole('combobox', { name: '事项' });
    await item.click();
    await page.keyboard.type('gxzc');
    await page.getByRole('option', { name: 'YT-2.2' }).first().waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await page.waitForURL('**item=YT-2.2**');
    await expectUsable(desk);
    await page.getByRole('button', { name: '我的筛选' }).click();
    await page.getByRole('menuitem', { name: '保存当前条件…' }).click();
    await page.getByLabel('名称').fill('转出');
    await desk.dialog.getByRole('button', { name: /保\s?存/ }).click();
    await desk.dialog.waitFor({ state: 'hidden' });
    await page.goto('/worklist?tab=mine');
    await page.getByRole('button', { name: '我的筛选' }).click();
    await page.getByRole('menuitem', { name: '转出' }).first().click();
    await page.waitForURL('**item=YT-2.2**');
  });

  it('shows fifty, and more when asked', async () => {
    const { page } = desk;
    await page.goto('/worklist?tab=toAccept&item=YT-2.2');
    await desk.shows('已显示 50 件');
    await page.getByRole('button', { name: '再显示 50 件' }).click();
    await page.waitForFunction(`document.querySelectorAll('tbody tr').length > 50`);
    const numbers = await rows()
      .locator('a')
      .evaluateAll((links) => links.map((link) => link.textContent));
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  /** Chooses the first rows, says what is to be done with them, and reads the result of each. */
  async function together(act: string, count: number, fill?: () => Promise<void>): Promise<void> {
    const { page } = desk;
    for (let at = 0; at < count; at++) await rows().nth(at).getByRole('checkbox').check();
    await page
      .getByRole('region', { name: '批量办理' })
      .getByRole('button', { name: `${act}…` })
      .click();
    const dialog = page.getByRole('dialog', { name: `批量${act}` });
    await dialog.getByRole('button', { name: `${act} ${count} 件` }).waitFor();
    await fill?.();
    await dialog.getByRole('button', { name: `${act} ${count} 件` }).click();
    await dialog.getByRole('button', { name: /完\s?成/ }).waitFor();
    expect(await dialog.getByText('已办理', { exact: true }).count()).toBe(count);
    await expectUsable(desk);
    await dialog.getByRole('button', { name: /完\s?成/ }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  it('is claimed and handed over several at a time, with the result of each', async () => {
    const { page } = desk;
    await page.goto('/worklist?tab=toAccept&item=YT-2.2&assignee=none');
    await rows().nth(3).waitFor();
    await together('签收', 3);
    await page.goto('/worklist?tab=mine&item=YT-2.2');
    await rows().nth(2).waitFor();
    await together('转办', 3, async () => {
      await desk.dialog.getByRole('combobox', { name: '人员' }).click();
      await page.keyboard.type('窗口经办乙');
      await page.keyboard.press('Enter');
    });
    await page.goto('/worklist?tab=all&item=YT-2.2&assignee=yt-window2');
    await rows().nth(2).waitFor();
    expect(await rows().nth(2).textContent()).toContain('窗口经办乙');
  });
});
