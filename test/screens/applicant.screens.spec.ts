import { clerks, type Clerk } from '../support/clerk';
import { somebody } from '../support/persons';
import { open, QINGDAO } from '../support/transfers';
import type { CaseView } from '../support/views';
import { deskOf, leaveDesks, telephone } from './support/browser';
import { expectUsable, type Desk } from './support/desk';

describe('an applicant with a telephone', () => {
  const person = somebody('司马相如');
  let window: Clerk;
  let phone: Desk;
  let view: CaseView;

  beforeAll(async () => {
    [window] = await clerks('yt-window');
    view = await open(window, 'YT-2.2', { place: QINGDAO, person, materials: [] });
    await window.act(view.caseNo, 'requestSupplement', { input: { asked: '请带身份证' } });
    phone = await deskOf(undefined, telephone);
  });
  afterAll(leaveDesks);

  const ask = async (code: string) => {
    await phone.page.getByLabel('办件编号').fill(view.caseNo);
    await phone.page.getByLabel('查询码').fill(code);
    await phone.page
      .getByRole('button', { name: /查\s?询/ })
      .first()
      .click();
  };

  it('learns that the code is wrong, and where to find the right one', async () => {
    phone.expectOnConsole(/status of 404/);
    await phone.page.goto('/progress');
    await ask(view.queryCode === 'ZZZZ2222' ? 'ZZZZ3333' : 'ZZZZ2222');
    await phone.shows('没有查到');
    await expectUsable(phone);
  });

  it('reads by number and code what to bring and where, without signing in', async () => {
    await ask(view.queryCode.toLowerCase());
    const todo = phone.page.getByRole('region', { name: '需要您做的事' });
    await phone.shows('身份证或社会保障卡', todo);
    await phone.page
      .getByRole('region', { name: '办理地点' })
      .getByRole('link', { name: /咨询电话/ })
      .waitFor();
    await expectUsable(phone);
    const wide = await phone.page.evaluate('document.documentElement.scrollWidth');
    expect(wide).toBeLessThanOrEqual(390);
  });

  it('finds nobody of the office named, and nothing of the own number', async () => {
    const text = (await phone.page.getByRole('main').textContent()) ?? '';
    for (const secret of [person.name, person.idNumber, person.phone, '窗口经办']) expect(text).not.toContain(secret);
  });

  it('rates the service after the end, once, with a reason when it was not good', async () => {
    await window.act(view.caseNo, 'cancelApplication', { input: { reason: '本人不再办理' } });
    const fresh = await deskOf(undefined, telephone);
    await fresh.page.goto(`/p#caseNo=${view.caseNo}&queryCode=${view.queryCode}`);
    const rating = fresh.page.getByRole('region', { name: '评价' });
    await rating.waitFor();
    await rating.getByText('不满意', { exact: true }).click();
    expect(await rating.getByRole('button', { name: '请先选择原因或写下意见' }).isDisabled()).toBe(true);
    await rating.getByText('等待时间过长').click();
    await expectUsable(fresh);
    await rating.getByRole('button', { name: '提交评价' }).click();
    await fresh.shows('感谢您的评价', rating);
    await fresh.page.reload();
    await fresh.shows('感谢您的评价', rating);
  });
});
