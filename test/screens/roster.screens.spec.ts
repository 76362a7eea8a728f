import { csvOf, pupils } from '../support/rosters';
import { deskOf, leaveDesks } from './support/browser';
import { expectUsable, type Desk } from './support/desk';

describe('a school in Qingdao with a list of its pupils', () => {
  let school: Desk;
  beforeAll(async () => {
    school = await deskOf('qd-school-demo');
  });
  afterAll(leaveDesks);

  it('hands the list in with the form and sees how many it names', async () => {
    const { page } = school;
    const [first] = pupils(1);
    const text = csvOf([...pupils(2), first!, first!, { name: '李四', idNumber: '123' }]);
    await page.goto('/new');
    const picker = page.getByRole('combobox', { name: '事项' });
    await picker.waitFor();
    await picker.click();
    await page.keyboard.type('QD-1.4');
    await page.getByRole('option', { name: 'QD-1.4' }).first().waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await page.getByLabel('单位名称').fill('青岛演示学校');
    await page.getByLabel('统一社会信用代码', { exact: true }).last().fill('12370200MADEMD003M');
    await page.getByLabel('联系电话').fill('13800000000');
    await page.getByLabel('参保年度').fill('2027');
    await page
      .locator('input[type=file][accept*=xlsx]')
      .setInputFiles({ name: '花名册.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await school.shows('花名册.csv，共 5 人');
    await page.getByRole('checkbox', { name: /花名册/ }).check();
    await page.getByRole('combobox', { name: '受理机构' }).click();
    await page.keyboard.type('市南');
    await page.keyboard.press('Enter');
    await expectUsable(school);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('region', { name: '登记结果' }).waitFor();
  });

  it('reads on the case what came back and why', async () => {
    const { page } = school;
    await page
      .getByRole('link', { name: /^办件 \d{23}$/ })
      .first()
      .click();
    await school.turn.waitFor();
    const lists = page.getByRole('region', { name: '名册' });
    await school.lookAgainUntil(lists.getByText('已登记 3 人，退回 2 人（处理完毕）'));
    await school.shows('与本名册第 4 行重复', lists);
    await school.shows('身份证号有误', lists);
    await lists.getByRole('link', { name: /下载退回清单/ }).waitFor();
    await expectUsable(school);
  });
});
