import { clerks, type Clerk } from '../support/clerk';
import { somebody } from '../support/persons';
import { open, QINGDAO } from '../support/transfers';
import { until } from '../support/until';
import { deskOf, leaveDesks } from './support/browser';
import { type Desk } from './support/desk';
import { beginRegistration, choosePlace, fillTransfer, handIn } from './support/registration';

describe('a line that breaks', () => {
  const person = somebody('欧阳建国');
  let clerk: Desk;
  let api: Clerk;

  const offline = (now: boolean) => clerk.context.setOffline(now);
  const casesOf = async (idNumber: string) => {
    const { body } = await api.post<{ cases: { caseNo: string }[] }>('/api/worklist/search', {
      tab: 'all',
      q: idNumber,
    });
    return body.cases.map(({ caseNo }) => caseNo);
  };
  const keysOf = (path: RegExp): string[] => {
    const keys: string[] = [];
    clerk.page.on('request', (request) => {
      const key = request.headers()['idempotency-key'];
      if (request.method() === 'POST' && path.test(request.url()) && key) keys.push(key);
    });
    return keys;
  };

  beforeAll(async () => {
    [api] = await clerks('yt-window');
    clerk = await deskOf('yt-window');
    clerk.expectOnConsole(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/);
  });
  afterAll(leaveDesks);

  it('keeps what was entered over a reload: the draft lies on the server', async () => {
    const { page } = clerk;
    const applicant = await beginRegistration(clerk, 'YT-2.2', person);
    await clerk.shows('草稿已保存');
    await offline(true);
    await clerk.shows('网络连接中断');
    await applicant.getByLabel('联系电话').fill(person.phone);
    await clerk.shows('正在保存草稿');
    await offline(false);
    await clerk.shows('草稿已保存');
    await page.reload();
    await applicant.waitFor();
    expect(await applicant.getByLabel('姓名').inputValue()).toBe(person.name);
    expect(await applicant.getByLabel('联系电话').inputValue()).toBe(person.phone);
  });

  it('registers once although the answer to the registration was lost', async () => {
    const { page } = clerk;
    const keys = keysOf(/\/api\/cases$/);
    await choosePlace(clerk);
    let lost = 0;
    await page.route('**/api/cases', async (route) => {
      if (lost++ > 0) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    clerk.expectOnConsole(/ERR_CONNECTION_RESET/);
    await handIn(clerk);
    await page.getByRole('region', { name: '登记结果' }).waitFor();
    await page.unroute('**/api/cases');
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
    expect(await casesOf(person.idNumber)).toHaveLength(1);
  });

  it('gives number and code also after a reload in the middle of registering', async () => {
    const { page } = clerk;
    const other = somebody('公孙策');
    const keys = keysOf(/\/api\/cases$/);
    await fillTransfer(clerk, other);
    // The registration arrives; its answer never does. What is sent again after the reload goes through.
    let lost = 0;
    await page.route('**/api/cases', (route) =>
      lost++ === 0 ? void route.fetch().catch(() => undefined) : route.continue(),
    );
    await handIn(clerk);
    await until(
      'registered',
      () => casesOf(other.idNumber),
      (cases) => cases.length === 1,
    );
    await page.reload();
    const result = page.getByRole('region', { name: '登记结果' });
    await result.waitFor();
    expect(await result.locator('.query-code').textContent()).toMatch(/^\w{4} \w{4}$/);
    const [caseNo] = await casesOf(other.idNumber);
    await result.getByRole('link', { name: `办件 ${caseNo}` }).waitFor();
    await page.unroute('**/api/cases');
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
    expect(await casesOf(other.idNumber)).toHaveLength(1);
  });

  it('does an act once that was sent while the line was down', async () => {
    const { caseNo } = await open(api, 'YT-2.2', { place: QINGDAO });
    await clerk.openCase(caseNo);
    const keys = keysOf(/\/actions\/accept$/);
    await clerk.choose('受理');
    await offline(true);
    await clerk.dialog.getByRole('button', { name: '受理', exact: true }).click();
    await clerk.shows('网络连接中断');
    await offline(false);
    await clerk.dialog.waitFor({ state: 'hidden' });
    await clerk.shows('已受理');
    expect(new Set(keys).size).toBe(1);
    expect((await api.timeline(caseNo)).filter(({ label }) => label === '受理')).toHaveLength(1);
  });

  it('goes back with the browser’s button to the list as it was left', async () => {
    const { page } = clerk;
    await page.goto('/worklist?tab=toAccept&unit=yantai-shizhi');
    const link = page.getByRole('link', { name: /^办件 \d{23}$/ }).first();
    await link.click();
    await clerk.turn.waitFor();
    await page.goBack();
    await link.waitFor();
    expect(new URL(page.url()).search).toBe('?tab=toAccept&unit=yantai-shizhi');
    expect(
      await page.getByRole('navigation', { name: '待办分类' }).locator('[aria-current="page"]').textContent(),
    ).toContain('待受理');
    await page.goForward();
    await clerk.turn.waitFor();
  });
});
