import { somebody } from '../support/persons';
import { deskOf, leaveDesks } from './support/browser';
import { expectUsable, type Desk } from './support/desk';

describe('a transfer from 烟台 to 青岛, at the desks of all who have a part in it', () => {
  const person = somebody('王小明');
  let clerk: Desk, qingdao: Desk, reviewer: Desk, finance: Desk;
  let caseNo: string, into: string;

  /** Registers by keyboard alone, beginning with the item: name by name in the order in which a card is read. */
  async function register({ page }: Desk, item: string, place: string): Promise<string> {
    const { keyboard } = page;
    const next = async (text: string, key: string) => {
      await keyboard.type(text);
      await keyboard.press(key);
    };
    await page.goto('/new');
    await page.getByRole('combobox', { name: '事项' }).waitFor();
    await keyboard.type(item);
    await page.getByRole('option', { name: item }).first().waitFor({ state: 'attached' });
    await keyboard.press('Enter');
    await page.locator('[data-part="applicant"] input.ant-input:focus').waitFor();
    for (const text of [person.idNumber, person.name, person.phone, '']) await next(text, 'Tab');
    await next(place, 'Enter');
    await keyboard.press('Control+Enter');
    const result = page.getByRole('region', { name: '登记结果' });
    await result.waitFor();
    return ((await result.getByRole('link', { name: /^办件 \d{23}$/ }).getAttribute('aria-label')) ?? '').slice(3);
  }

  beforeAll(async () => {
    clerk = await deskOf();
    [qingdao, reviewer, finance] = await Promise.all([deskOf('qd-window'), deskOf('qd-review'), deskOf('yt-finance')]);
  });
  afterAll(leaveDesks);

  it('begins with one click on the own name, and shows agency and post', async () => {
    const { page } = clerk;
    await page.goto('/');
    const accounts = page.getByRole('region', { name: '演示账号' });
    await accounts.waitFor();
    await expectUsable(clerk);
    await accounts
      .getByRole('group', { name: /烟台/ })
      .getByRole('button', { name: /窗口经办甲/ })
      .click();
    await page.getByRole('navigation', { name: '主菜单' }).waitFor();
    await clerk.shows('烟台市窗口经办甲（窗口经办）');
    await clerk.shows('烟台市医疗保障经办机构');
  });

  it('registers the transfer out by keyboard alone, although the identity card was forgotten', async () => {
    caseNo = await register(clerk, 'YT-2.2', '青岛');
    expect(caseNo).toMatch(/^370600\d{17}$/);
    await clerk.shows('已登记，已接件');
    await expectUsable(clerk);
  });

  it('opens the case from the list by keyboard, and says why it cannot be accepted yet', async () => {
    const { page } = clerk;
    await page.goto('/worklist?tab=toAccept');
    await page.getByRole('link', { name: `办件 ${caseNo}` }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type(caseNo);
    await page.keyboard.press('Enter');
    await clerk.shows('已显示 1 件');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/cases/${caseNo}`);
    const accept = clerk.turn.getByRole('button', { name: /^受理/ });
    await accept.waitFor();
    expect(await accept.getAttribute('aria-disabled')).toBe('true');
    expect(await accept.textContent()).toContain('不能办理：');
    await expectUsable(clerk);
  });

  it('tells the applicant once what is missing, takes it in and accepts: by the number keys', async () => {
    const { page } = clerk;
    const press = async (label: RegExp) => {
      const key = (await clerk.turn.getByRole('button', { name: label }).textContent())?.at(-1) ?? '';
      expect(key).toMatch(/\d/);
      await page.keyboard.press(key);
      await clerk.dialog.waitFor();
    };
    await press(/^一次性告知补正/);
    await page.keyboard.type('请补交身份证或社会保障卡');
    await expectUsable(clerk);
    await clerk.confirm('一次性告知补正');
    await clerk.shows('待补正');
    await press(/^收到补正材料/);
    await clerk.dialog.getByRole('checkbox', { name: '身份证或社会保障卡' }).check();
    await clerk.confirm('收到补正材料');
    await press(/^受理/);
    await page.keyboard.press('Enter');
    await clerk.dialog.waitFor({ state: 'hidden' });
    await clerk.shows('已受理');
    const papers = page.getByRole('region', { name: '文书' });
    for (const name of ['收件凭证', '一次性告知书', '受理通知书']) await clerk.shows(name, papers);
  });

  it('waits for 青岛, which registers the transfer in and finds the certificate', async () => {
    await clerk.lookAgainUntil(clerk.turn.getByText('对方经办机构'));
    into = await register(qingdao, 'QD-3.2', '烟台');
    expect(into).toMatch(/^370200\d{17}$/);
    await qingdao.openCase(into);
    await qingdao.choose('保存');
    await qingdao.dialog.getByRole('checkbox').first().check();
    await qingdao.confirm('保存');
    await qingdao.act('受理');
    await qingdao.shows('审核中');
    const letters = qingdao.page.getByRole('region', { name: /函件/ });
    await qingdao.lookAgainUntil(letters.getByText('基本医疗保险参保凭证'));
  });

  it('is reviewed in 青岛 by somebody else, whose letter brings the case back to 烟台', async () => {
    await reviewer.openCase(into);
    await reviewer.choose('审核通过');
    await reviewer.page.keyboard.type('符合转入条件');
    await reviewer.confirm('审核通过');
    await clerk.lookAgainUntil(clerk.turn.getByRole('button', { name: /^发出变更信息表/ }));
    await expectUsable(clerk);
  });

  /** Dates are typed as they stand on the paper; Enter takes each. */
  async function fill(desk: Desk, given: Record<string, string>): Promise<void> {
    for (const [label, text] of Object.entries(given)) {
      const field = desk.dialog.getByLabel(label, { exact: true });
      await field.fill(text);
      if (label.endsWith('日期')) await field.press('Enter');
    }
  }

  it('goes on to finance with the information form, and is concluded when the account is settled', async () => {
    await clerk.choose('发出变更信息表');
    await fill(clerk, {
      参保缴费起始日期: '2018-06-01',
      参保缴费截止日期: '2025-03-31',
      累计缴费月数: '82',
      个人账户余额: '5987.43',
    });
    await clerk.dialog.getByRole('radio', { name: '划转' }).check();
    await clerk.confirm('发出变更信息表');
    await finance.openCase(caseNo);
    await finance.choose('办理划转或提取');
    await finance.dialog.getByRole('radio', { name: '划转' }).check();
    await fill(finance, { 金额: '5987.43' });
    await finance.confirm('办理划转或提取');
    await clerk.lookAgainUntil(clerk.page.getByText('已办结').first());
    await clerk.act('送达');
    const timeline = clerk.page.getByRole('region', { name: /经过|时间线|过程|办理过程/ });
    for (const label of ['收件', '一次性告知补正', '受理', '收函', '办理划转或提取', '办结', '送达'])
      await clerk.shows(label, timeline);
    await expectUsable(clerk);
  });

  it('is entered in 青岛, where the story ends too', async () => {
    await reviewer.lookAgainUntil(reviewer.turn.getByRole('button', { name: /^办理转入并办结/ }));
    await reviewer.choose('办理转入并办结');
    await fill(reviewer, {
      转入缴费起始日期: '2018-06-01',
      转入缴费截止日期: '2025-03-31',
      转入缴费月数: '82',
      个人账户转入金额: '5987.43',
    });
    await reviewer.confirm('办理转入并办结');
    await reviewer.lookAgainUntil(reviewer.page.getByText('已办结').first());
    expect(await reviewer.page.getByRole('region', { name: '函件' }).textContent()).toContain('变更信息表');
  });
});
