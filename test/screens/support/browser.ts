import { chromium, type Browser, type BrowserContextOptions } from 'playwright-core';
import { required } from '../../support/environment';
import { Desk } from './desk';

/** What stands on the counters of a service hall. */
const counter: BrowserContextOptions = { viewport: { width: 1366, height: 768 } };
/** A small telephone, as an applicant holds it. */
export const telephone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
};

let browser: Promise<Browser> | undefined;
const desks: Desk[] = [];

const started = (): Promise<Browser> =>
  (browser ??= chromium.launch({
    executablePath: required('CHROMIUM_PATH'),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  }));

/** A person at a screen of their own: cookies, storage and network are not shared with any other desk. */
export async function deskOf(username?: string, options: BrowserContextOptions = counter): Promise<Desk> {
  const context = await (
    await started()
  ).newContext({
    baseURL: required('API_URL'),
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(15_000);
  if (username) {
    const entered = await context.request.post('/api/session/demo', { data: { username } });
    if (!entered.ok()) throw new Error(`${username}: ${entered.status()} ${await entered.text()}`);
  }
  const desk = new Desk(context, await context.newPage(), username);
  desks.push(desk);
  return desk;
}

/** At the end of a file: every desk is left without an error on its console. */
export async function leaveDesks(): Promise<void> {
  const complaints = desks.flatMap((desk) => desk.complaints);
  await (await browser)?.close();
  browser = undefined;
  desks.length = 0;
  expect(complaints).toEqual([]);
}
