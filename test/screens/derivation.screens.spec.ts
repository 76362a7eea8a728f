import { clerks } from '../support/clerk';
import { JINAN, open } from '../support/transfers';
import { deskOf, leaveDesks } from './support/browser';
import { expectUsable, type Desk } from './support/desk';

describe('推导单', () => {
  let clerk: Desk;

  beforeAll(async () => {
    const [window, review] = await clerks('qd-window', 'qd-review');
    const { caseNo } = await open(window, 'QD-3.2', { place: JINAN, acceptNow: true });
    await review.act(caseNo, 'approve');
    clerk = await deskOf('qd-review');
    await clerk.openCase(caseNo);
  });
  afterAll(leaveDesks);

  it('opens from the due date in the head and from each clock', async () => {
    const { page } = clerk;
    const whys = page.getByRole('button', { name: /为什么是这一天/ });
    await whys.first().waitFor();
    for (const why of await whys.all()) {
      await why.click();
      await clerk.dialog.getByRole('heading', { name: '期限推导单' }).waitFor();
      await clerk.shows(/到期日为/, clerk.dialog);
      await page.keyboard.press('Escape');
      await clerk.dialog.waitFor({ state: 'hidden' });
    }
    expect(page.url()).toContain('/cases/');
  });

  it('prints on one page, with nothing of the screen on it', async () => {
    const { page } = clerk;
    await page
      .getByRole('button', { name: /为什么是这一天/ })
      .first()
      .click();
    await clerk.dialog.getByRole('heading', { name: '期限推导单' }).waitFor();
    await expectUsable(clerk);
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.print-sheet').isVisible()).toBe(true);
    expect(await page.locator('#root').isVisible()).toBe(false);
  });
});
