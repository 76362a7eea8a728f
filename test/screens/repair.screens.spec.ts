import { caseWorkflowId } from '@due-process/contracts';
import { clerks, type Clerk } from '../support/clerk';
import { withTemporal } from '../support/system';
import { open, QINGDAO } from '../support/transfers';
import { deskOf, leaveDesks } from './support/browser';
import { expectUsable, type Desk } from './support/desk';

describe('a stuck case on the board', () => {
  let supervisor: Desk, leader: Desk;
  let window: Clerk;
  let caseNo: string;

  beforeAll(async () => {
    [window] = await clerks('yt-window');
    ({ caseNo } = await open(window, 'YT-2.2', { place: QINGDAO }));
    await window.act(caseNo, 'claim');
    [supervisor, leader] = await Promise.all([deskOf('yt-supervise'), deskOf('yt-leader')]);
    await withTemporal((client) => client.workflow.getHandle(caseWorkflowId(caseNo)).terminate('by the test'));
  });
  afterAll(leaveDesks);

  const panel = (desk: Desk) => desk.page.getByRole('region', { name: '办件在等什么' });
  const entry = () => panel(supervisor).locator('details > div').filter({ hasText: caseNo });

  it('is there by itself, with the cause in the trade’s words', async () => {
    await supervisor.page.goto('/supervision');
    await entry().waitFor({ timeout: 90_000 });
    await supervisor.shows('系统原因滞留：流程已不在运行', entry());
    await expectUsable(supervisor);
  });

  it('offers what can free it and says why the rest cannot; shown first, then done, then seen to have moved', async () => {
    await entry()
      .getByRole('button', { name: /修\s?复/ })
      .click();
    const { dialog } = supervisor;
    await supervisor.shows('流程已不在运行，操作不能送达办件；请按办理记录重建', dialog);
    await dialog.getByRole('radio', { name: /按办理记录重建流程/ }).check();
    await dialog.getByRole('textbox', { name: /理由/ }).fill('流程被误终止');
    await dialog.getByRole('button', { name: '先看结果' }).click();
    await supervisor.shows('将会这样办，尚未改动', dialog);
    await expectUsable(supervisor);
    await dialog.getByRole('button', { name: '执行修复' }).click();
    await dialog.getByText('办件已恢复办理').waitFor({ timeout: 90_000 });
    expect((await window.act(caseNo, 'accept')).state).toBe('accepted');
  });

  it('is ended only by two: proposed by one, confirmed by the other from the list of repairs', async () => {
    const second = (await open(window, 'YT-2.2', { place: QINGDAO })).caseNo;
    await supervisor.page.goto('/supervision?title=有人在办&class=personsTurn');
    const row = supervisor.dialog.getByRole('row').filter({ hasText: second });
    const more = supervisor.dialog.getByRole('button', { name: '继续载入' });
    for (await row.or(more).first().waitFor(); (await row.count()) === 0; await row.or(more).first().waitFor())
      await more.click();
    await row.getByRole('button', { name: /修\s?复/ }).click();
    const repair = supervisor.page.getByRole('dialog', { name: '办件修复' });
    await repair.getByRole('radio', { name: /异常终止/ }).check();
    await repair.getByRole('textbox', { name: /理由/ }).fill('重复登记');
    await repair.getByRole('button', { name: '先看结果' }).click();
    await repair.getByRole('button', { name: '提出，待另一人确认' }).click();
    await repair.getByText('须由另一人确认').waitFor();

    await leader.page.goto('/supervision?by=repairs');
    const proposal = leader.page.getByRole('row').filter({ hasText: second });
    await expectUsable(leader);
    await proposal.getByRole('button', { name: /确\s?认/ }).click();
    await leader.page.getByText('已修复').first().waitFor();
    expect((await window.case(second)).outcome).toBe('terminated');
  });

  it('and a whole person’s work is previewed before it is handed over', async () => {
    const { page } = supervisor;
    await page.goto('/supervision?by=bulk');
    await page.getByRole('button', { name: '新的批量办理' }).click();
    const start = page.getByRole('dialog', { name: '批量办理' });
    await start.getByRole('radio', { name: /批量催办/ }).check();
    await start.getByRole('textbox', { name: /理由/ }).fill('请尽快办理');
    await expectUsable(supervisor);
    await start.getByRole('button', { name: /预\s?览/ }).click();
    await page.getByText('待确认').first().waitFor();
    await expectUsable(supervisor);
  });
});
