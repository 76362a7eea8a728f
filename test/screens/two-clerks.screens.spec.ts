import { clerks, type Clerk } from '../support/clerk';
import { open, QINGDAO } from '../support/transfers';
import { deskOf, leaveDesks } from './support/browser';
import { expectUsable, type Desk } from './support/desk';

describe('two clerks at one case', () => {
  const words = '申请人来电，周五前补交原件';
  let first: Desk, second: Desk;
  let api: Clerk;
  let caseNo: string;

  beforeAll(async () => {
    [api] = await clerks('yt-window');
    ({ caseNo } = await open(api, 'YT-2.2', { place: QINGDAO, materials: [] }));
    [first, second] = await Promise.all([deskOf('yt-window'), deskOf('yt-window2')]);
    await Promise.all([first.openCase(caseNo), second.openCase(caseNo)]);
  });
  afterAll(leaveDesks);

  it('the second is told at once who did what meanwhile, and keeps what was typed', async () => {
    await second.choose('一次性告知补正');
    await second.dialog.getByLabel('补正说明').fill(words);
    await first.choose('保存');
    await first.dialog.getByRole('checkbox', { name: '身份证或社会保障卡' }).check();
    await first.confirm('保存');
    const told = second.dialog.getByRole('alert').filter({ hasText: '办件已被他人办理过' });
    await told.waitFor();
    await second.shows(/烟台市窗口经办甲：/, told);
    expect(await second.dialog.getByRole('button', { name: '一次性告知补正', exact: true }).isDisabled()).toBe(true);
    expect(await second.dialog.getByLabel('补正说明').inputValue()).toBe(words);
    await expectUsable(second);
  });

  it('sees the newest state, in which the act is no longer offered, with the words still there', async () => {
    await second.dialog.getByRole('button', { name: '查看最新情况' }).click();
    await second.shows('现在不能办理此操作', second.dialog);
    expect(await second.dialog.getByLabel('补正说明').inputValue()).toBe(words);
    expect((await api.timeline(caseNo)).filter(({ label }) => label === '一次性告知补正')).toEqual([]);
  });

  it('goes on with what the case now asks for', async () => {
    await second.dialog.getByRole('button', { name: '取消', exact: true }).click();
    await second.act('受理');
    expect((await api.case(caseNo)).state).toBe('accepted');
  });
});
