import { randomUUID } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { somebody } from '../bench/people.mjs';

/**
 * A few made-up cases for a demonstration that has none: situations of the catalogue, registered and acted on over HTTP by the demonstration's accounts as far as each line
 * says, with their days moved so that something is due, something late, something paused and something done.
 */
const require = createRequire(import.meta.url);
const { loadSituations } = require('@due-process/catalog');
const { conditionsHold } = require('@due-process/contracts');

/** `acts`: how many of the situation's acts are done; `ago`: calendar days since the papers came. */
const lines = [
  { situation: 'yt-2.2-normal', name: '王小明', ago: 12, acts: 1 },
  { situation: 'yt-2.2-missing', name: '陈静', ago: 3, acts: 2 },
  { situation: 'yt-9.1-normal', name: '李建国', ago: 20, acts: 1 },
  { situation: 'yt-5.1-promised', name: '赵磊', ago: 9, acts: 9 },
  { situation: 'yt-3.2-normal', name: '孙悦', ago: 0, acts: 9 },
  { situation: 'yt-1.6-normal', name: '欧阳娜娜', ago: 1, acts: 0 },
  { situation: 'yt-8.1-normal', name: '张𠮷', ago: 2, acts: 1 },
  { situation: 'qd-6.1-normal', name: '周杰', ago: 9, acts: 1 },
  { situation: 'qd-6.2-normal', name: '买买提·艾山', ago: 18, acts: 2 },
  { situation: 'qd-4.2-normal', name: '吴敏', ago: 0, acts: 9 },
  { situation: 'qd-3.1-normal', name: '郑浩', ago: 6, acts: 1 },
  { situation: 'qd-7.2-normal', name: '冯雪', ago: 11, acts: 1 },
];
const posts = ['window', 'window2', 'review', 'approve', 'head', 'finance', 'leader'];
const dayMs = 86_400_000;
const dateOf = (ms) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);

/** Requests of one demonstration account. */
async function accountOf(url, username) {
  const answer = await fetch(`${url}/api/session/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return async (method, path, body) => {
    const sent = await fetch(url + path, {
      method,
      headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { ok: sent.ok, body: await sent.json() };
  };
}

const numbers = {
  idNumber: () => somebody().idNumber,
  phone: () => somebody().phone,
  bankAccount: () => '6222020012345678',
  personName: () => '王演示',
};

function filled(rules, given, scope, under, moved) {
  const values = {};
  for (const rule of rules) {
    if (!conditionsHold(rule.when, { ...scope, [under]: values })) continue;
    const asked = given[rule.id] ?? (rule.required ? usual(rule) : undefined);
    if (asked === undefined) continue;
    values[rule.id] = numbers[rule.type]?.() ?? (rule.type === 'date' ? moved(asked) : asked);
  }
  return values;
}

function usual(rule) {
  if (numbers[rule.type]) return numbers[rule.type]();
  if (rule.type === 'date') return dateOf(Date.now());
  if (rule.type === 'choice') return rule.options?.[0]?.value;
  if (rule.type === 'boolean') return true;
  return ['number', 'amountFen'].includes(rule.type) ? Math.max(rule.min ?? 0, 1) : '演示';
}

async function makeCase(staff, situation, { name, ago, acts }) {
  const { body: item } = await staff[0]('GET', `/api/items/${situation.item}`);
  const shift = Date.parse(dateOf(Date.now() - ago * dayMs)) - Date.parse(situation.receivedOn);
  const today = dateOf(Date.now());
  const moved = (date) => {
    const day = new Date(Date.parse(date) + shift).toISOString().slice(0, 10);
    return day > today ? today : day;
  };
  const kind = situation.applicant ?? item.applicantKinds[0].id;
  const scope = { agency: item.agency, channel: situation.channel, variant: situation.variant, applicant: { kind } };
  const given = ['370200', '370600'].includes(situation.form.otherPlace) ? { otherPlace: '370100' } : {};
  const line = (status) => (id) => ({ id, status });
  const opened = await staff[0]('POST', '/api/cases', {
    itemCode: item.code,
    officeId: situation.office,
    channel: situation.channel,
    ...(situation.variant ? { variant: situation.variant } : {}),
    applicant: { ...somebody(), name, kind },
    form: filled(item.form, { ...situation.form, ...given }, scope, 'form', moved),
    materials: [
      ...situation.materials.map(line('received')),
      ...(situation.shared ?? []).map(line('shared')),
      ...(situation.promised ?? []).map(line('promised')),
    ],
    ...(ago > 0 ? { receivedAt: moved(situation.receivedOn) } : {}),
    ...(situation.atOnce ? { acceptNow: true } : {}),
  });
  if (!opened.ok) throw new Error(`${situation.id}: ${opened.body.detail}`);
  const steps = situation.steps.filter((step) => step.act && !step.expect?.refused).slice(0, acts);
  for (const step of steps) await act(staff, opened.body.caseNo, step, { scope, moved, today });
}

/** Done by the first account whom the case allows it. What the outside answers meanwhile changes the case: it is looked at again. */
async function act(staff, caseNo, step, how) {
  let problem = `nobody may ${step.act}`;
  for (let attempt = 1; attempt <= 8; attempt++) {
    for (const ask of staff) {
      const { ok, body: view } = await ask('GET', `/api/cases/${caseNo}`);
      const offer = ok && view.actions.find((one) => one.action === step.act && one.allowed);
      const done = offer && (await doAct(ask, view, offer, step, how));
      if (done?.ok) return;
      problem = done?.body.detail ?? problem;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`${caseNo} ${step.act}: ${problem}`);
}

/** On the true date by those who may enter one, else today. */
async function doAct(ask, view, offer, step, { scope, moved, today }) {
  const command = {
    expectedVersion: view.version,
    input: filled(offer.fields, step.input ?? {}, scope, 'input', moved),
    ...(offer.taskKey ? { taskKey: offer.taskKey } : {}),
  };
  const on = moved(step.on);
  const path = `/api/cases/${view.caseNo}/actions/${step.act}`;
  const dated = await ask('POST', path, { ...command, ...(on < today ? { occurredOn: on } : {}) });
  return dated.ok ? dated : ask('POST', path, command);
}

/** Makes the cases; one that cannot be made is said and left out. @returns {Promise<number>} how many were made */
export async function makeDemoCases(url, say = () => undefined) {
  const situations = new Map(loadSituations().map((one) => [one.id, one]));
  const staffOf = (city) => Promise.all(posts.map((post) => accountOf(url, `${city}-${post}`)));
  const staff = { YT: await staffOf('yt'), QD: await staffOf('qd') };
  let made = 0;
  for (const line of lines) {
    try {
      const situation = situations.get(line.situation);
      if (!situation) throw new Error(`no situation ${line.situation}`);
      await makeCase(staff[situation.item.slice(0, 2)], situation, line);
      made++;
    } catch (error) {
      say(`演示办件 ${line.situation} 未能生成：${error.message}`);
    }
  }
  return made;
}

/** Once for each state directory of one's own: a demonstration begins with something to see. `DEMO_CASES=0` leaves it empty. */
export async function demoCasesOnce({ url, stateDir, say }) {
  const marker = join(stateDir, 'demo-cases');
  if (process.env.DEMO_CASES === '0' || process.env.DATABASE_URL || existsSync(marker)) return;
  writeFileSync(marker, '');
  say(`演示办件：${await makeDemoCases(url, say)} 件`);
}
