import { clerks, type Clerk } from '../support/clerk';
import { required } from '../support/environment';
import { letterFrom, post } from '../support/letters';
import { somebody } from '../support/persons';
import { JINAN, open, QINGDAO, SUZHOU, YANTAI } from '../support/transfers';
import { deskOf, leaveDesks, telephone } from './support/browser';
import { expectUsable } from './support/desk';

let window: Clerk, qingdao: Clerk, reviewer: Clerk, catalog: Clerk;
beforeAll(async () => {
  [window, qingdao, reviewer, catalog] = await clerks('yt-window', 'qd-window', 'qd-review', 'qd-catalog');
});
afterEach(leaveDesks);

describe('a desk that was left', () => {
  it('locks after a quarter of an hour, and goes on where it was after the password', async () => {
    const { caseNo } = await open(window, 'YT-2.2', { place: QINGDAO, materials: [] });
    const desk = await deskOf('yt-window');
    const { page } = desk;
    await page.clock.install();
    await desk.openCase(caseNo);
    await desk.choose('一次性告知补正');
    await desk.dialog.getByLabel('补正说明').fill('请补交身份证');
    await page.clock.fastForward('16:00');
    const lock = page.getByRole('dialog', { name: '页面已锁定' });
    await lock.waitFor();
    await expectUsable(desk);
    desk.expectOnConsole(/status of 401/);
    await lock.getByLabel('密码').fill('wrong');
    await lock.getByRole('button', { name: '继续' }).click();
    await lock.getByRole('alert').waitFor();
    await lock.getByLabel('密码').fill(required('DEMO_PASSWORD'));
    await lock.getByRole('button', { name: '继续' }).click();
    await lock.waitFor({ state: 'hidden' });
    expect(await desk.dialog.getByLabel('补正说明').inputValue()).toBe('请补交身份证');
  });
});

describe('a case whose time stands still', () => {
  it('says so to the applicant, since when and for what', async () => {
    const view = await open(qingdao, 'QD-3.1', { place: JINAN, acceptNow: true });
    const paused = await reviewer.act(view.caseNo, 'pauseClock', {
      input: { cause: 'specialProcedure', reason: '异地协查', documentNo: '青医保协〔2026〕1号' },
    });
    expect(paused.paused).toBe(true);
    const phone = await deskOf(undefined, telephone);
    await phone.page.goto(`/p#caseNo=${view.caseNo}&queryCode=${view.queryCode}`);
    await phone.shows(/暂停计时|已暂停|暂停/);
    await phone.shows('特别程序');
    await expectUsable(phone);
  });
});

describe('a letter that belongs to no case by itself', () => {
  it('is given to one of the same person by a clerk', async () => {
    const person = somebody('上官婉');
    const letter = letterFrom(SUZHOU, 'enrolmentCertificate', person, { toAgency: YANTAI });
    expect((await post('letters', letter)).status).toBe(202);
    const { caseNo } = await open(window, 'YT-2.2', { place: QINGDAO, person });
    const desk = await deskOf('yt-window');
    const { page } = desk;
    await page.goto('/letters');
    const line = page.getByRole('row').filter({ hasText: letter.letterNo });
    await line.getByRole('link', { name: `办件 ${caseNo}` }).waitFor();
    await expectUsable(desk);
    await line.getByRole('button', { name: '交给办件' }).click();
    expect(await desk.dialog.getByRole('radio').first().isChecked()).toBe(true);
    await expectUsable(desk);
    await desk.confirm('交给该办件');
    await line.waitFor({ state: 'hidden' });
  });
});

describe('a calendar that two publish', () => {
  it('tells how far the cases are that it re-dates', async () => {
    const { body } = await catalog.post<{ version: string }>('/api/calendars', {
      notice: 2033,
      sourceNo: '国办发明电〔2032〕1号',
      issuedOn: '2026-11-01',
      holidays: [{ name: '元旦', from: '2033-01-01', to: '2033-01-03' }],
      workdays: [],
      supplement: true,
    });
    const keeper = await deskOf('qd-catalog');
    await keeper.page.goto(`/calendars?version=${body.version}`);
    await keeper.page.getByRole('button', { name: '提请发布' }).click();
    await keeper.shows('青岛市目录管理员提请');
    const head = await deskOf('yt-head');
    await head.page.goto(`/calendars?version=${body.version}`);
    await head.page.getByRole('button', { name: '确认发布' }).click();
    await head.page.getByRole('tooltip').getByRole('button', { name: '确认发布' }).click();
    // Every open case of the day is told, one page after the other.
    await head.page
      .getByText(/改期完成：\d+ \/ \d+ 件/)
      .first()
      .waitFor({ timeout: 60_000 });
    await expectUsable(head);
  });
});
