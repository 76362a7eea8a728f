import { somebody } from '../support/persons';
import { deskOf, leaveDesks } from './support/browser';
import { expectUsable, type Desk } from './support/desk';

const scan = Buffer.from('%PDF-1.4\n%%EOF\n');

describe('somebody who applies from outside the agency', () => {
  const person = somebody('司马光');
  let applicant: Desk, clerk: Desk;
  let caseNo: string;

  beforeAll(async () => {
    [applicant, clerk] = await Promise.all([deskOf(), deskOf('yt-window')]);
  });
  afterAll(leaveDesks);

  it('begins at a page of the own cases, and finds nothing there that is the agency’s', async () => {
    const { page } = applicant;
    await page.goto('/');
    await page
      .getByRole('group', { name: '申请单位和个人' })
      .getByRole('button', { name: /演示个人/ })
      .click();
    await page.getByRole('heading', { level: 1, name: '我的办件' }).waitFor();
    const menu = await page.getByRole('navigation', { name: '主菜单' }).getByRole('link').allTextContents();
    expect(menu).toEqual(['我的办件', '新申请', '事项目录', '消息']);
    await expectUsable(applicant);
  });

  it('applies by the channel that is theirs, and is told the code', async () => {
    const { page } = applicant;
    await page.getByRole('link', { name: '新申请' }).first().click();
    await page.getByRole('combobox', { name: '事项' }).waitFor();
    await page.keyboard.type('YT-2.2');
    await page.getByRole('option', { name: 'YT-2.2' }).first().waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    const form = page.getByRole('region', { name: '申请人' });
    await form.getByLabel('身份证号').fill(person.idNumber);
    await form.getByLabel('姓名').fill(person.name);
    await form.getByLabel('联系电话').fill(person.phone);
    await page.getByRole('region', { name: '申请内容' }).getByRole('combobox').fill('青岛');
    await page.keyboard.press('Enter');
    const where = page.getByRole('region', { name: '收件' });
    await where.getByRole('combobox', { name: '受理机构' }).click();
    await page.keyboard.type('市直');
    await page.keyboard.press('Enter');
    await applicant.shows(/网上办理/, where);
    expect(await page.getByRole('button', { name: '提交并办理' }).count()).toBe(0);
    await expectUsable(applicant);
    await page.getByRole('button', { name: '提交申请' }).click();
    const result = page.getByRole('region', { name: '登记结果' });
    await applicant.shows('已提交，待接件', result);
    caseNo = ((await result.getByRole('link', { name: /^办件 \d{23}$/ }).getAttribute('aria-label')) ?? '').slice(3);
  });

  it('is taken at the window, where something is missing', async () => {
    const { page } = clerk;
    await page.goto('/worklist?tab=awaitingIntake');
    await page.getByRole('link', { name: `办件 ${caseNo}` }).click();
    await clerk.turn.waitFor();
    await clerk.turn.getByRole('button', { name: /^签收/ }).click();
    await clerk.shows('已接件');
    await clerk.choose('一次性告知补正');
    await clerk.confirm('一次性告知补正');
    await clerk.shows('待补正');
    expect(await clerk.turn.textContent()).toContain('申请人');
  });

  it('finds on the own page what to do, hands it in with its scan, and cancels nothing of anybody else', async () => {
    const { page } = applicant;
    await page.goto('/my');
    const line = page.getByRole('row').filter({ has: page.getByRole('link', { name: `办件 ${caseNo}` }) });
    await applicant.shows('补正材料', line);
    await line.getByRole('link').click();
    await applicant.turn.waitFor();
    await expectUsable(applicant);
    expect(await page.getByRole('button', { name: '查看完整信息' }).count()).toBe(0);
    expect(await applicant.turn.getByRole('button', { name: /转办|异常终止|受理/ }).count()).toBe(0);
    await applicant.choose('提交补正材料');
    await applicant.dialog
      .locator('input[type="file"]')
      .setInputFiles({ name: '身份证.pdf', mimeType: 'application/pdf', buffer: scan });
    await applicant.dialog.getByRole('button', { name: '预览 身份证.pdf' }).waitFor();
    await applicant.confirm('提交补正材料');
    await page.getByRole('region', { name: '材料' }).getByRole('button', { name: '预览 身份证.pdf' }).waitFor();
  });

  it('sees the acceptance as soon as it is there, and no clerk by name', async () => {
    await clerk.act('受理');
    await applicant.shows('已受理');
    const text = (await applicant.page.getByRole('main').textContent()) ?? '';
    expect(text).not.toContain('窗口经办甲');
    await applicant.choose('撤销申请');
    await applicant.dialog.getByLabel('理由').fill('本人不再办理');
    await applicant.confirm('撤销申请');
    await applicant.shows('撤销申请');
  });
});
