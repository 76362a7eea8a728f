import { deskOf, leaveDesks } from './support/browser';
import { expectUsable, type Desk } from './support/desk';

/** Old screens of a hall are 1024 wide; whoever holds many posts has more pages than find room in one line. */
describe('a narrow screen', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await deskOf('yt-head', { viewport: { width: 1024, height: 768 } });
    await desk.page.goto('/worklist?tab=all');
    await desk.page.getByRole('navigation', { name: '待办分类' }).waitFor();
  });
  afterAll(leaveDesks);

  const inLine = () => desk.page.getByRole('navigation', { name: '主菜单' }).getByRole('link').allTextContents();

  it('keeps every page of the menu within reach: what finds no room is behind 更多', async () => {
    const { page } = desk;
    const shown = await inLine();
    expect(shown[0]).toBe('待办');
    await page.getByRole('button', { name: '更多' }).click();
    const behind = await page.getByRole('menuitem').allTextContents();
    expect(behind.length).toBeGreaterThan(0);
    expect(new Set([...shown, ...behind]).size).toBe(shown.length + behind.length);
    for (const label of ['督办', '统计', '工作日历', '事项目录', '消息'])
      expect([...shown, ...behind]).toContain(label);
    await expectUsable(desk);
    await page.getByRole('menuitem', { name: '事项目录' }).click();
    await page.getByRole('heading', { level: 1, name: '事项目录' }).waitFor();
    await page.getByRole('button', { name: '更多：事项目录' }).waitFor();
  });

  it('shows them all in one line again as soon as there is room', async () => {
    const before = (await inLine()).length;
    await desk.page.setViewportSize({ width: 1800, height: 900 });
    await desk.page.getByRole('button', { name: /^更多/ }).waitFor({ state: 'hidden' });
    expect((await inLine()).length).toBeGreaterThan(before);
    expect(await inLine()).toContain('消息');
  });

  it('needs no scrolling aside for the list', async () => {
    const { page } = desk;
    await page.setViewportSize({ width: 1024, height: 768 });
    await page.goto('/worklist?tab=all');
    await page.getByRole('navigation', { name: '待办分类' }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(1024);
  });
});
