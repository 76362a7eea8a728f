import { clerks, type Clerk } from '../support/clerk';
import { addDays } from '../support/days';
import { today } from '../support/deadlines';
import { open, QINGDAO } from '../support/transfers';
import { until } from '../support/until';
import { deskOf, leaveDesks } from './support/browser';
import { expectUsable, type Desk } from './support/desk';

describe('the day of a supervisor', () => {
  let supervisor: Desk, clerk: Desk;
  let window: Clerk;
  let late: string;

  /** The row of the late case in the list behind a counter. */
  const row = () =>
    supervisor.dialog.getByRole('row').filter({ has: supervisor.page.getByRole('link', { name: `办件 ${late}` }) });

  beforeAll(async () => {
    [window] = await clerks('yt-window');
    ({ caseNo: late } = await open(window, 'YT-2.2', { place: QINGDAO, receivedAt: addDays(today(), -40) }));
    await window.act(late, 'claim');
    await until(
      'late on the worklist',
      () => window.get<{ cases: { caseNo: string }[] }>('/api/worklist?light=red'),
      ({ body }) => body.cases.some(({ caseNo }) => caseNo === late),
    );
    [supervisor, clerk] = await Promise.all([deskOf('yt-supervise'), deskOf('yt-window')]);
  });
  afterAll(leaveDesks);

  it('sees what is late, near and unclaimed, and what every case waits for', async () => {
    const { page } = supervisor;
    await page.goto('/supervision');
    for (const name of [/超期/, /临近到期/, /待认领/, /暂停计时/])
      await page.locator('button.counter').filter({ hasText: name }).waitFor();
    await page.getByRole('region', { name: '办件在等什么' }).waitFor();
    for (const tab of ['按经办人', '按事项', '按环节', '按科室、窗口'])
      await page.getByRole('tab', { name: tab }).click();
    await expectUsable(supervisor);
  });

  it('is at the cause of a late case in two clicks: counter, case', async () => {
    const { page } = supervisor;
    await page.locator('button.counter').filter({ hasText: '超期' }).click();
    await row().waitFor();
    await expectUsable(supervisor);
    await row().getByRole('link').click();
    await supervisor.turn.waitFor();
    await supervisor.shows('烟台市窗口经办甲', supervisor.turn);
    await page.goBack();
    await row().waitFor();
    expect(page.url()).toContain('/supervision');
  });

  it('reminds whoever holds it', async () => {
    await row()
      .getByRole('button', { name: /催\s?办/ })
      .click();
    const reminding = supervisor.page.getByRole('dialog', { name: '批量催办' });
    await reminding.getByRole('button', { name: '催办 1 件' }).click();
    await supervisor.shows('已办理', reminding);
    await reminding.getByRole('button', { name: /完\s?成/ }).click();
    expect((await window.timeline(late)).map(({ label }) => label)).toContain('催办');
  });

  it('writes a 督办单 with a limit, which the clerk finds, answers and sees closed', async () => {
    await row().getByRole('button', { name: '督办单' }).click();
    const order = supervisor.page.getByRole('dialog', { name: /^发督办单/ });
    await order.getByRole('radio', { name: '黄牌' }).check();
    await order.getByLabel('督办内容').fill('请说明超期原因');
    await expectUsable(supervisor);
    await order.getByRole('button', { name: /发\s?出/ }).click();
    await order.waitFor({ state: 'hidden' });
    const { page } = clerk;
    await page.goto('/orders');
    // A case so late has cards by rule besides.
    const line = page
      .getByRole('row')
      .filter({ has: page.getByRole('link', { name: `办件 ${late}` }) })
      .filter({ hasText: '请说明超期原因' });
    await line.getByRole('button', { name: /答\s?复/ }).click();
    await clerk.dialog.getByLabel('答复内容').fill('材料核对有误，今日办理');
    await expectUsable(clerk);
    await clerk.dialog.getByRole('button', { name: /答\s?复/ }).click();
    await clerk.dialog.waitFor({ state: 'hidden' });
    await line.waitFor({ state: 'hidden' });
    expect(await line.count()).toBe(0);
  });

  it('finds the reminder in the inbox, where the whole day of messages is read', async () => {
    const { page } = clerk;
    await page.goto('/inbox');
    await page
      .getByRole('link', { name: `办件 ${late}` })
      .first()
      .waitFor();
    await expectUsable(clerk);
    expect(await page.getByRole('link', { name: `办件 ${late}` }).count()).toBeGreaterThan(0);
  });
});
