import { clerks } from '../support/clerk';
import { open, QINGDAO } from '../support/transfers';
import { deskOf, leaveDesks } from './support/browser';
import { findingsOf, serious, type Desk, type Finding } from './support/desk';

/** Every page of the menu, by somebody who has it there. */
const pages: [who: string, path: string, title: string][] = [
  ['yt-window', '/worklist', '待办'],
  ['yt-window', '/new', '新办件'],
  ['yt-window', '/orders', '督办单'],
  ['yt-window', '/inbox', '消息'],
  ['yt-window', '/items', '事项目录'],
  ['yt-window', '/items/YT-2.2', '事项目录'],
  ['yt-review', '/worklist', '待办'],
  ['yt-finance', '/worklist', '待办'],
  ['yt-leader', '/supervision', '督办'],
  ['yt-supervise', '/supervision?by=paused', '督办'],
  ['yt-supervise', '/supervision?by=repairs', '督办'],
  ['yt-supervise', '/supervision?by=bulk', '督办'],
  ['yt-supervise', '/supervision?by=absences', '督办'],
  ['yt-supervise', '/statistics', '统计'],
  ['yt-window', '/statistics', '统计'],
  ['sys-admin', '/system', '运行状态'],
  ['yt-catalog', '/calendars', '工作日历'],
  ['yt-head', '/calendars', '工作日历'],
  ['yt-head', '/acceptance-windows', '受理期间'],
  ['yt-head', '/institutions', '定点机构'],
  ['yt-catalog', '/institutions?view=list', '定点机构'],
  ['yt-review', '/review-rounds', '季度审核'],
  ['qd-head', '/review-rounds', '季度审核'],
  ['person-demo', '/my', '我的办件'],
  ['person-demo', '/new', '新申请'],
  ['inst-demo', '/my', '我的办件'],
  ['school-demo', '/items', '事项目录'],
];

describe('every page at 1366 × 768', () => {
  const desks = new Map<string, Desk>();
  const counted: Record<string, number> = {};

  beforeAll(async () => {
    const [window] = await clerks('yt-window');
    await open(window, 'YT-2.2', { place: QINGDAO });
    for (const who of new Set(pages.map(([who]) => who))) desks.set(who, await deskOf(who));
  });
  afterAll(async () => {
    process.stderr.write(`axe, findings a page (all levels): ${JSON.stringify(counted)}\n`);
    await leaveDesks();
  });

  it.each(pages)('%s can use %s', async (who, path, title) => {
    const desk = desks.get(who) as Desk;
    await desk.page.goto(path);
    await desk.page.getByRole('heading', { level: 1, name: title }).waitFor();
    await desk.page.waitForTimeout(800);
    const found: Finding[] = await findingsOf(desk);
    counted[`${path} ${who}`] = found.length;
    expect(found.filter(serious)).toEqual([]);
    expect(await desk.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(1366);
  });

  it('says how long the worklist takes to its first rows, from a fresh browser', async () => {
    const { page } = await deskOf('yt-window');
    await page.goto('/worklist?tab=all');
    await page.locator('tbody tr').first().waitFor();
    const rows = await page.evaluate<number>('performance.now()');
    // The entry is made known a moment after the frame was shown.
    const told = await page.waitForFunction(
      `performance.getEntriesByName('first-contentful-paint')[0]?.startTime`,
      undefined,
      { timeout: 10_000 },
    );
    const seen = { paint: Number(await told.jsonValue()), rows };
    process.stderr.write(`worklist: first paint ${Math.round(seen.paint)} ms, rows ${Math.round(seen.rows)} ms\n`);
    expect(seen.paint).toBeGreaterThan(0);
  });
});
