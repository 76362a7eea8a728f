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
  { situation: 'yt-7-quarterly-a', name: '高建国', ago: 25, acts: 1 },
  { situation: 'yt-3.3-death', name: '许文', ago: 1, acts: 1 },
  { situation: 'yt-11.1-normal', of: ['烟台演示第二医院', '12370600MADEMD101R'], ago: 4, acts: 2 },
  { situation: 'qd-5-other', name: '林月', ago: 5, acts: 1 },
  { situation: 'qd-11-normal', name: '曹秀英', ago: 6, acts: 2 },
  { situation: 'qd-1.4-normal', of: ['青岛演示学校', '12370200MADEMD003M'], ago: 0, acts: 1 },
  { situation: 'qd-10.1-normal', of: ['青岛演示第二医院', '12370200MADEMD1015'], ago: 7, acts: 4 },
];
/** Who acts, in the order of a case's way; those outside the agency last. */
const posts = ['window', 'review', 'approve', 'business', 'window2', 'deputy', 'head', 'finance', 'leader'];
const outside = ['inst', 'school', 'assessor'];
const dayMs = 86_400_000;
const dateOf = (ms) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);

/** A line that stood idle while the server was busy may be gone: the same request, under the same key, goes over the next one. */
async function sendSurely(address, request) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await fetch(address, request);
    } catch (error) {
      if (attempt === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

/** Requests of one demonstration account. */
async function accountOf(url, username) {
  const answer = await sendSurely(`${url}/api/session/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return async (method, path, body) => {
    if (path === '/api/rosters') return { ok: true, body: { id: await roster(url, cookie) } };
    const sent = await sendSurely(url + path, {
      method,
      headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { ok: sent.ok, body: await sent.json() };
  };
}

/** The demonstration's accounts of a city, each signed in when it is first needed: most are needed for nothing. */
function staffOf(url, city) {
  const abroad = city === 'yt' ? '' : 'qd-';
  const names = [...posts.map((post) => `${city}-${post}`), ...outside.map((kind) => `${abroad}${kind}-demo`)];
  const signedIn = new Map();
  return names.map((name) => async (...request) => {
    if (!signedIn.has(name)) signedIn.set(name, accountOf(url, name));
    return (await signedIn.get(name))(...request);
  });
}

/** 花名册 of a class, with one line that comes back. */
async function roster(url, cookie) {
  const pupils = Array.from({ length: 12 }, () => somebody()).map(({ name, idNumber }) => `${name},${idNumber}`);
  const body = new FormData();
  body.set(
    'file',
    new File([['姓名,身份证号', ...pupils, '赵小勇,123'].join('\n')], '一年级一班.csv', { type: 'text/csv' }),
  );
  const sent = await fetch(`${url}/api/rosters`, { method: 'POST', headers: { cookie }, body });
  return (await sent.json()).id;
}

const numbers = {
  idNumber: () => somebody().idNumber,
  phone: () => somebody().phone,
  bankAccount: () => '6222020012345678',
  personName: () => '王演示',
};

/** Days move with the case; what is settled is the month before this. */
const timely = {
  date: (day, moved) => moved(day),
  month: () => dateOf(Date.parse(`${dateOf(Date.now()).slice(0, 7)}-01`) - dayMs),
};

function filled(rules, given, scope, under, moved) {
  const values = {};
  for (const rule of rules) {
    if (!conditionsHold(rule.when, { ...scope, [under]: values })) continue;
    const asked = given[rule.id] ?? (rule.required ? usual(rule) : undefined);
    if (asked === undefined) continue;
    values[rule.id] = numbers[rule.type]?.() ?? timely[rule.type]?.(asked, moved) ?? asked;
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

async function makeCase(staff, situation, { name, of, ago, acts }) {
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
  const person = { ...somebody(), name, kind };
  const organisation = of && { kind, idType: 'creditCode', name: of[0], idNumber: of[1], phone: person.phone };
  const listed = item.form.filter(({ type }) => type === 'roster').map(({ id }) => id);
  const by = openerOf(staff, item, situation);
  for (const id of listed) given[id] = (await by('POST', '/api/rosters')).body.id;
  const opened = await by('POST', '/api/cases', {
    itemCode: item.code,
    officeId: situation.office,
    channel: situation.channel,
    ...(situation.variant ? { variant: situation.variant } : {}),
    applicant: organisation ?? person,
    form: filled(item.form, { ...situation.form, ...given }, scope, 'form', moved),
    materials: [
      ...situation.materials.map(line('received')),
      ...(situation.shared ?? []).map(line('shared')),
      ...(situation.promised ?? []).map(line('promised')),
    ],
    // Only the agency enters what came in earlier.
    ...(ago > 0 && by === staff[0] ? { receivedAt: moved(situation.receivedOn) } : {}),
    ...(situation.atOnce ? { acceptNow: true } : {}),
  });
  if (!opened.ok) throw new Error(`${situation.id}: ${opened.body.detail}`);
  const steps = situation.steps.filter((step) => step.act && !step.expect?.refused).slice(0, acts);
  for (const step of steps) await act(staff, opened.body.caseNo, step, { scope, moved, today });
}

/** The window, or where the channel is not its own the organisation to which it is open. */
function openerOf(staff, item, { channel }) {
  const roles = item.channels.find(({ id }) => id === channel)?.openedBy ?? ['window'];
  if (roles.includes('window')) return staff[0];
  const kinds = { institution: 'inst', school: 'school', assessor: 'assessor' };
  return staff[posts.length + outside.findIndex((kind) => roles.some((role) => kinds[role] === kind))] ?? staff[0];
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
  const staff = { yt: staffOf(url, 'yt'), qd: staffOf(url, 'qd') };
  let made = 0;
  const make = async (line) => {
    try {
      const situation = situations.get(line.situation);
      if (!situation) throw new Error(`no situation ${line.situation}`);
      await makeCase(staff[line.situation.slice(0, 2)], situation, line);
      made++;
    } catch (error) {
      say(`演示办件 ${line.situation} 未能生成：${error.message}`);
    }
  };
  // The two cities work beside one another, as they do.
  const inTurn = async (city) => {
    for (const line of lines.filter(({ situation }) => situation.startsWith(city))) await make(line);
  };
  await Promise.all(Object.keys(staff).map(inTurn));
  return made;
}

/** Once for each state directory of one's own: a demonstration begins with something to see. `DEMO_CASES=0` leaves it empty. */
export async function demoCasesOnce({ url, stateDir, say }) {
  const marker = join(stateDir, 'demo-cases');
  if (process.env.DEMO_CASES === '0' || process.env.DATABASE_URL || existsSync(marker)) return;
  writeFileSync(marker, '');
  say(`演示办件：${await makeDemoCases(url, say)} 件`);
}
