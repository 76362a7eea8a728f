import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { somebody } from './bench/people.mjs';
import { obtainChromium } from './system/chromium.mjs';
import { root } from './system/paths.mjs';
import { createProgress } from './system/progress.mjs';

/**
 * Makes the pictures of the README from a running demonstration: `node tools/screenshots.mjs http://127.0.0.1:3000`. Take a fresh one
 * (`STATE_DIR`): it registers a few made-up cases there first, so that there is something to see, and a long list makes a heavy picture.
 */
const url = process.argv[2] ?? `http://127.0.0.1:${process.env.PORT ?? 3000}`;
const folder = join(root, 'docs', 'screens');
const mostBytes = 180_000;
/** Drawn at three quarters of its size: legible, and light enough for a repository. */
const counter = { viewport: { width: 1366, height: 768 }, deviceScaleFactor: 0.75 };
const telephone = { viewport: { width: 390, height: 844 }, isMobile: true };
const names = ['王小明', '欧阳娜娜', '李建国', '张𠮷', '买买提·艾山', '陈静', '赵磊', '孙悦'];

const progress = createProgress();
const executablePath = await obtainChromium({ progress });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });

async function deskOf(username, screen = counter) {
  const context = await browser.newContext({
    baseURL: url,
    ...screen,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  const send = async (path, data) => {
    const answer = await context.request.post(path, { data, headers: { 'idempotency-key': randomUUID() } });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return answer.json();
  };
  if (username) await send('/api/session/demo', { username });
  const act = ({ caseNo, version }, action, input = {}) =>
    send(`/api/cases/${caseNo}/actions/${action}`, { expectedVersion: version, input });
  return { page: await context.newPage(), send, act };
}

async function take(page, name, ready) {
  await ready.first().waitFor();
  await page.waitForTimeout(900);
  const picture = await page.screenshot();
  progress.say(`${name}.png ${Math.round(picture.length / 1000)} kB`);
  if (picture.length > mostBytes)
    throw new Error(`${name}.png 过大：${picture.length} 字节。Larger than ${mostBytes} bytes.`);
  writeFileSync(join(folder, `${name}.png`), picture);
}

const daysAgo = (days) => new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);

async function cases(clerk) {
  const open = (name, given = {}) =>
    clerk.send('/api/cases', {
      itemCode: 'YT-2.2',
      officeId: 'yantai-shizhi',
      channel: 'window',
      applicant: { ...somebody(), name },
      form: { otherPlace: { code: '370100' } },
      materials: ['applicantIdentity'],
      ...given,
    });
  const ages = [0, 4, 7, 9, 12, 30];
  for (const [at, age] of ages.entries()) {
    const opened = await open(names[at + 2] ?? '王芳', age ? { receivedAt: daysAgo(age) } : {});
    if (at % 2 === 0) await clerk.act(opened, 'claim');
  }
  const waiting = await open(names[0], { materials: [] });
  await clerk.act(waiting, 'requestSupplement', { asked: '请补交身份证或社会保障卡' });
  const moving = await open(names[1], { acceptNow: true });
  return { waiting, moving };
}

try {
  mkdirSync(folder, { recursive: true });
  const clerk = await deskOf('yt-window');
  const { waiting, moving } = await cases(clerk);
  const { page } = clerk;
  await page.waitForTimeout(5000);

  await page.goto('/worklist?tab=all');
  await take(page, 'worklist', page.locator('tbody tr'));

  await page.goto(`/cases/${moving.caseNo}`);
  await take(page, 'case', page.getByRole('region', { name: '办理', exact: true }));
  await page
    .getByRole('button', { name: /为什么是这一天/ })
    .first()
    .click();
  await take(page, 'derivation', page.getByRole('heading', { name: '期限推导单' }));

  await page.goto('/new');
  await page.getByRole('combobox', { name: '事项' }).click();
  await page.keyboard.type('YT-2.2');
  await page.getByRole('option', { name: 'YT-2.2' }).first().waitFor({ state: 'attached' });
  await page.keyboard.press('Enter');
  const applicant = page.getByRole('region', { name: '申请人' });
  await applicant.getByLabel('身份证号').fill('37060219900101105X');
  await applicant.getByLabel('姓名').fill('王小明');
  await take(page, 'new-case', applicant);

  const supervisor = await deskOf('yt-supervise');
  await supervisor.page.goto('/supervision');
  await take(supervisor.page, 'supervision', supervisor.page.locator('.counter'));

  const applicantsOwn = await deskOf(undefined, telephone);
  await applicantsOwn.page.goto(`/progress#caseNo=${waiting.caseNo}&queryCode=${waiting.queryCode}`);
  await take(applicantsOwn.page, 'progress', applicantsOwn.page.getByRole('region', { name: '办理情况' }));
} finally {
  await browser.close();
}
