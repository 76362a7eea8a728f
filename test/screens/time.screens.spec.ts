import { clerks } from '../support/clerk';
import { open, QINGDAO } from '../support/transfers';
import { deskOf, leaveDesks } from './support/browser';
import { expectUsable } from './support/desk';

describe('where the days go', () => {
  afterAll(leaveDesks);

  it('stands on the item’s flow chart, and leads from a step to the cases that are there', async () => {
    const [window] = await clerks('yt-window');
    const { caseNo } = await open(window, 'YT-2.2', { place: QINGDAO });
    const desk = await deskOf('yt-supervise');
    const { page } = desk;
    await page.goto('/statistics');
    await page.getByRole('tab', { name: '日子花在哪里' }).click();
    await page.getByRole('combobox', { name: '事项' }).fill('YT-2.2');
    await page.keyboard.press('Enter');
    const chart = page.getByRole('list', { name: /各环节用时$/ });
    await chart.getByRole('listitem').first().waitFor();
    await expectUsable(desk);
    await chart.getByRole('link', { name: /^收件受理：现有 \d+ 件$/ }).click();
    const row = desk.dialog.getByRole('row').filter({ hasText: caseNo });
    const more = desk.dialog.getByRole('button', { name: '继续载入' });
    for (await row.or(more).first().waitFor(); (await row.count()) === 0; await row.or(more).first().waitFor())
      await more.click();
    await row.getByRole('link').click();
    await desk.turn.waitFor();
    expect(page.url()).toContain(caseNo);
  });
});

describe('a ladder before it is in force', () => {
  afterAll(leaveDesks);

  it('is tried by the catalogue’s keeper: what would go out, and what a change would add and take away', async () => {
    const desk = await deskOf('yt-catalog');
    const { page } = desk;
    await page.goto('/items/YT-2.2');
    const panel = page.getByRole('region', { name: '催督办预演' });
    await panel.getByRole('button', { name: /试\s?算/ }).click();
    await panel.getByRole('row').filter({ hasText: '到期当日' }).first().waitFor();
    await expectUsable(desk);
    await panel.getByRole('combobox', { name: '试改哪个时限的阶梯' }).click();
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: '增加一级' }).click();
    await panel.getByRole('button', { name: /试\s?算/ }).click();
    await panel.getByRole('row').filter({ hasText: '逾期 5 个工作日' }).getByText('新增').waitFor();
    await expectUsable(desk);
    expect(await panel.getByText('取消', { exact: true }).count()).toBe(0);
  });
});
