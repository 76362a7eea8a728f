import { clerks, type Clerk } from '../support/clerk';
import { addDays } from '../support/days';
import { today } from '../support/deadlines';
import { somebody } from '../support/persons';
import { open, QINGDAO } from '../support/transfers';
import { deskOf, leaveDesks } from './support/browser';
import { expectUsable, type Desk } from './support/desk';
import { fillTransfer, handIn } from './support/registration';

const scan = Buffer.from('%PDF-1.4\n%%EOF\n');

describe('the page of a case', () => {
  const person = somebody('慕容雪');
  let desk: Desk;
  let api: Clerk;
  let caseNo: string;

  beforeAll(async () => {
    [api] = await clerks('yt-window');
    ({ caseNo } = await open(api, 'YT-2.2', { place: QINGDAO, person, materials: [] }));
    desk = await deskOf('yt-window');
    await desk.openCase(caseNo);
  });
  afterAll(leaveDesks);

  it('tells at once what somebody else did, without being asked', async () => {
    const course = desk.page.getByRole('region', { name: '办理经过' });
    await course.waitFor();
    // The line to the server stands a moment after the page.
    await desk.page.waitForTimeout(2000);
    await api.act(caseNo, 'note', { input: { text: '申请人来电询问进度' } });
    await course.getByText('申请人来电询问进度').waitFor({ timeout: 8000 });
    expect((await api.timeline(caseNo)).at(-1)?.detail).toContain('申请人来电询问进度');
  });

  it('shows the whole identity number only after a reason, and hides it again', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '查看完整信息' }).click();
    await expectUsable(desk);
    expect(
      await desk.dialog
        .getByRole('button', { name: /查\s?看/ })
        .last()
        .isDisabled(),
    ).toBe(true);
    await desk.dialog.getByLabel('查看理由').fill('电话通知申请人补正');
    await page.keyboard.press('Enter');
    await desk.shows(person.idNumber);
    await desk.shows(person.name);
    await page.getByRole('button', { name: '隐藏' }).click();
    await page.getByText(person.idNumber).waitFor({ state: 'hidden' });
  });

  it('takes in the paper that was missing together with its scan', async () => {
    const { page } = desk;
    await desk.choose('一次性告知补正');
    await desk.confirm('一次性告知补正');
    await desk.choose('收到补正材料');
    await desk.dialog
      .locator('input[type="file"]')
      .setInputFiles({ name: '身份证.pdf', mimeType: 'application/pdf', buffer: scan });
    await desk.dialog.getByRole('button', { name: '预览 身份证.pdf' }).waitFor();
    expect(await desk.dialog.getByRole('checkbox', { name: '身份证或社会保障卡' }).isChecked()).toBe(true);
    await expectUsable(desk);
    await desk.confirm('收到补正材料');
    await page.getByRole('region', { name: '材料' }).getByRole('button', { name: '预览 身份证.pdf' }).waitFor();
    const { body } = await api.get<{ uploads: { materialId: string; fileName: string }[] }>(
      `/api/cases/${caseNo}/uploads`,
    );
    expect(body.uploads).toMatchObject([{ materialId: 'applicantIdentity', fileName: '身份证.pdf' }]);
  });

  it('names each document by its number and says who printed it when', async () => {
    const { page, context } = desk;
    const papers = page.getByRole('region', { name: '文书' });
    await desk.shows(`${caseNo}-D01`, papers);
    const log = papers.getByRole('button', { name: '收件凭证的打印记录' });
    await log.click();
    await desk.shows('尚未打印', papers);
    await log.click();
    const printed = await context.request.get(`/api/cases/${caseNo}/documents/${caseNo}-D01.pdf`);
    expect(printed.headers()['x-copy-number']).toBe('1');
    await log.click();
    await desk.shows(/首次出具/, papers);
    await desk.shows('烟台市窗口经办甲', papers);
    await expectUsable(desk);
  });
});

describe('a paper that came in days ago', () => {
  afterAll(leaveDesks);

  it('is registered with its true date, from which its time counts', async () => {
    const desk = await deskOf('yt-window');
    const { page } = desk;
    const person = somebody('夏侯渊');
    const came = addDays(today(), -3);
    await fillTransfer(desk, person);
    await page.getByRole('checkbox', { name: /补录/ }).check();
    const day = page.getByLabel('实际收件日期');
    await day.fill(came);
    await day.press('Enter');
    await handIn(desk);
    const result = page.getByRole('region', { name: '登记结果' });
    await result.getByRole('link', { name: /^办件 \d{23}$/ }).click();
    await desk.turn.waitFor();
    await desk.shows(`${came} / --`);
    const course = page.getByRole('region', { name: '办理经过' });
    await desk.shows(/补录/, course);
    expect(await course.textContent()).toContain(`${came}（`);
  });
});
