import { clerks } from '../support/clerk';
import { creditCode } from '../support/fill';
import { chronicYantai } from '../support/recognition';
import { openMonth, someMonth } from '../support/settlements';
import { query } from '../support/system';
import { caseOf } from '../support/views';
import { deskOf, leaveDesks } from './support/browser';
import { expectUsable, type Desk } from './support/desk';

describe('institutions and their month', () => {
  const month = someMonth();
  const code = creditCode();
  let head: Desk, clerk: Desk;

  beforeAll(async () => {
    [head, clerk] = await Promise.all([deskOf('yt-head'), deskOf('yt-window')]);
    await openMonth(month);
  }, 120_000);
  afterAll(leaveDesks);

  it('shows of a month each institution with its case, its step and its day', async () => {
    const { page } = clerk;
    await page.goto(`/institutions?period=${month}`);
    const line = page.getByRole('row').filter({ hasText: '烟台演示第二医院' });
    await line.getByRole('link', { name: /^办件 370600\d{17}$/ }).waitFor();
    expect(await line.textContent()).toContain('YT-11.1');
    await clerk.shows(/待接件|收件受理|申报/, line);
    expect(await page.getByRole('button', { name: '登记机构' }).count()).toBe(0);
    await expectUsable(clerk);
  });

  it('opens one institution’s record, and from it the case with its month', async () => {
    const { page } = clerk;
    await page.getByRole('button', { name: '烟台演示第二医院' }).click();
    const row = clerk.dialog.getByRole('row').filter({ hasText: month });
    await expectUsable(clerk);
    await row.getByRole('link', { name: /^办件/ }).click();
    await clerk.turn.waitFor();
    await clerk.shows(`${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`);
  });

  it('is told of a new institution and of the end of its agreement by the head', async () => {
    const { page } = head;
    await page.goto('/institutions?view=list');
    await page.getByRole('button', { name: '登记机构' }).click();
    await head.dialog.getByRole('button', { name: '保存' }).click();
    await head.shows('请填写机构名称', head.dialog);
    await head.dialog.getByRole('radio', { name: '定点零售药店' }).check();
    await head.dialog.getByLabel('统一社会信用代码').fill(code);
    await head.dialog.getByLabel('机构名称').fill('烟台新设演示药店');
    await head.dialog.getByLabel('商户号').fill('YTYD7777');
    await expectUsable(head);
    await head.dialog.getByRole('button', { name: '保存' }).click();
    await head.dialog.waitFor({ state: 'hidden' });
    const line = page.getByRole('row').filter({ hasText: code });
    await head.shows('有效', line);
    await line.getByRole('button', { name: '终止' }).click();
    await head.dialog.getByLabel('终止原因').fill('歇业');
    await head.dialog.getByRole('button', { name: '终止' }).click();
    await head.dialog.waitFor({ state: 'hidden' });
    await head.shows('终止原因：歇业', line);
  });
});

describe('the quarterly review', () => {
  let head: Desk;
  let caseNo: string;

  beforeAll(async () => {
    // A round is opened once a quarter; another run of this file may have done so on the same database.
    await query(`delete from review_round where agency = '370600'`);
    const [window] = await clerks('yt-window');
    const form = { disease: 'otherClassA', otherDisease: '慢性心力衰竭' };
    const opened = caseOf(await window.open(chronicYantai({ form })));
    caseNo = (await window.act(opened.caseNo, 'accept')).caseNo;
    head = await deskOf('yt-head');
  });
  afterAll(leaveDesks);

  it('says what waits, is opened once, and takes up what waited', async () => {
    const { page } = head;
    await page.goto('/review-rounds');
    const item = page.getByRole('region', { name: /^YT-7/ });
    await item.getByRole('button', { name: '查看等待的办件' }).click();
    await head.dialog.getByRole('link', { name: `办件 ${caseNo}` }).waitFor();
    await expectUsable(head);
    await page.keyboard.press('Escape');
    await head.dialog.waitFor({ state: 'hidden' });
    await item.getByRole('button', { name: '开启本季度审核' }).click();
    await page.getByRole('button', { name: '开启', exact: true }).click();
    await head.shows(/正在收入|已全部收入/, item);
    await head.shows(/每季度一次/, item);
    await item.getByRole('button', { name: '办件和结果' }).first().click();
    await head.dialog.getByRole('link', { name: `办件 ${caseNo}` }).waitFor({ timeout: 60_000 });
    await expectUsable(head);
  }, 120_000);
});
