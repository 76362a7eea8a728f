import { randomUUID } from 'node:crypto';
import { clerks, type Clerk } from './support/clerk';
import { askApi } from './support/http';
import { somebody } from './support/persons';
import { sandbox, type PlayedLetter } from './support/sandbox';
import { application, hasTask, information, JINAN, open, QINGDAO, YANTAI } from './support/transfers';
import { until } from './support/until';
import { caseOf, letterOf, problemOf, type CaseView } from './support/views';

let window: Clerk, second: Clerk, qingdao: Clerk, head: Clerk;
beforeAll(async () => {
  [window, second, qingdao, head] = await clerks('yt-window', 'yt-window2', 'qd-window', 'yt-head');
});

describe('a registration in which every field is wrong', () => {
  it('is answered with one 400 that names all of them in Chinese', async () => {
    const answer = await window.open({
      itemCode: 'YT-2.2',
      officeId: 'shinan',
      channel: 'fax',
      variant: 'x',
      applicant: { kind: 'robot', name: '张3', idNumber: '370602199001011234', phone: '12', pet: '猫' },
      form: { otherPlace: { code: '999999' }, accountTreatment: 'burn', bankAccount: 'abc', more: 1 },
      materials: ['passport', 'identityCard', 'applicantIdentity'],
      receivedAt: '2999-01-01',
      acceptNow: 'yes',
      hurry: true,
    });
    const problem = problemOf(answer);
    expect([answer.status, problem.code, problem.title]).toEqual([400, 'INPUT_INVALID', '填写有误，请按提示修改']);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(Object.fromEntries(problem.errors.map(({ field, code }) => [field, code]))).toEqual({
      officeId: 'NOT_OFFERED',
      channel: 'NOT_OFFERED',
      variant: 'NOT_OFFERED',
      'applicant.kind': 'NOT_OFFERED',
      'applicant.name': 'FORMAT',
      'applicant.idNumber': 'FORMAT',
      'applicant.phone': 'FORMAT',
      'applicant.pet': 'UNKNOWN_FIELD',
      'form.otherPlace': 'NOT_OFFERED',
      'form.accountTreatment': 'NOT_OFFERED',
      'form.bankAccount': 'NOT_APPLICABLE',
      'form.more': 'UNKNOWN_FIELD',
      'materials.0': 'UNKNOWN_FIELD',
      'materials.2': 'REPEATED',
      receivedAt: 'IN_FUTURE',
      acceptNow: 'WRONG_TYPE',
      hurry: 'UNKNOWN_FIELD',
    });
    for (const { message } of problem.errors) expect(message).toMatch(/[\u4e00-\u9fff]/);
    expect(JSON.stringify(problem)).not.toContain('370602199001011234');
  });

  it('is answered likewise when everything is absent', async () => {
    const { errors } = problemOf(await window.open({ itemCode: 'YT-2.2' }));
    expect(errors.map((one) => one.field).sort()).toEqual(['applicant', 'channel', 'form.otherPlace', 'officeId']);
    expect(problemOf(await window.open({})).errors.map((one) => one.field)).toContain('itemCode');
    expect((await window.open({ itemCode: 'YT-99' })).status).toBe(404);
  });

  it('believes no day that has not been, no year of nobody and no sum that nobody pays', async () => {
    const tomorrow = new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10);
    const born0001 = '37060200010101003X';
    const faultsOf = async (itemCode: string, form: Record<string, unknown>, idNumber = somebody().idNumber) => {
      const body = { ...application(itemCode, { place: JINAN, person: { ...somebody(), idNumber } }), form };
      const { errors } = problemOf(await window.open(body));
      return Object.fromEntries(errors.map(({ field, code }) => [field, code]));
    };
    expect(await faultsOf('YT-6.1', { admittedOn: tomorrow, dischargedOn: '0001-01-01' })).toMatchObject({
      'form.admittedOn': 'IN_FUTURE',
      'form.dischargedOn': 'NOT_VALID',
    });
    expect(await faultsOf('YT-11.1', { period: '9999-12-01' })).toMatchObject({ 'form.period': 'NOT_VALID' });
    expect(await faultsOf('YT-2.2', {}, born0001)).toMatchObject({ 'applicant.idNumber': 'FORMAT' });
  });

  it('names the bad fields of an act in the same way, and does nothing', async () => {
    const opened = await open(window, 'YT-2.2', { place: JINAN, acceptNow: true });
    const ready = await window.waitFor(opened.caseNo, 'letter of 济南', hasTask('prepareInformationForm'));
    const input = { ...information, insuredFrom: '2025-02-30', paidMonths: -1, accountBalanceFen: 0.5, x: 1 };
    const { errors } = problemOf(await window.attempt(ready.caseNo, 'sendInformationForm', { input }));
    expect(Object.fromEntries(errors.map(({ field, code }) => [field, code]))).toEqual({
      'input.insuredFrom': 'FORMAT',
      'input.paidMonths': 'NOT_VALID',
      'input.accountBalanceFen': 'FORMAT',
      'input.x': 'UNKNOWN_FIELD',
    });
    expect((await window.case(ready.caseNo)).seq).toBe(ready.seq);
  });
});

describe('the same request again', () => {
  it('opens one case, however often it is sent, even in the same instant', async () => {
    const [body, key] = [application('YT-2.2', { place: JINAN }), randomUUID()];
    const answers = await Promise.all(Array.from({ length: 4 }, () => window.open(body, key)));
    const done = answers.filter((one) => one.status === 201);
    expect(new Set(done.map((one) => one.body.caseNo)).size).toBe(1);
    expect(
      answers.every(
        (one) => one.status === 201 || (one.status === 409 && problemOf(one).code === 'REQUEST_IN_PROGRESS'),
      ),
    ).toBe(true);
    const again = await window.open(body, key);
    expect([again.body.caseNo, again.body.queryCode]).toEqual([done[0]?.body.caseNo, done[0]?.body.queryCode]);
  });

  it('has one effect and the same answer, also after the case has gone on', async () => {
    const { caseNo, version } = await open(window, 'YT-2.2', { place: JINAN });
    const key = randomUUID();
    const first = await window.attempt(caseNo, 'claim', { version, key });
    await window.act(caseNo, 'release');
    const again = await window.attempt(caseNo, 'claim', { version, key });
    expect([again.status, again.body.version, again.body.tasks]).toEqual([200, first.body.version, first.body.tasks]);
    expect((await window.case(caseNo)).tasks[0]?.assignee).toBeNull();
    expect((await window.timeline(caseNo)).filter((entry) => entry.type === 'taskClaimed')).toHaveLength(1);
  });

  it('is refused when the body differs', async () => {
    const { caseNo, version } = await open(window, 'YT-2.2', { place: JINAN });
    const key = randomUUID();
    await window.attempt(caseNo, 'note', { version, key, input: { text: '一' } });
    const other = problemOf(await window.attempt(caseNo, 'note', { version, key, input: { text: '二' } }));
    expect([other.status, other.code]).toEqual([409, 'IDEMPOTENCY_KEY_REUSED']);
    const opening = randomUUID();
    await window.open(application('YT-2.2', { place: JINAN }), opening);
    const changed = await window.open(application('YT-2.2', { place: JINAN }), opening);
    expect(problemOf(changed).code).toBe('IDEMPOTENCY_KEY_REUSED');
    const keyless = await window.ask('POST', '/api/cases', { body: {} });
    expect([keyless.status, problemOf(keyless).code]).toEqual([400, 'IDEMPOTENCY_KEY_MISSING']);
  });

  it('opens no second case of an item for the same person while the first is open', async () => {
    const person = somebody();
    const first = await open(window, 'YT-2.2', { place: JINAN, person });
    const twice = problemOf(await second.open(application('YT-2.2', { place: JINAN, person })));
    expect([twice.status, twice.code, twice.data]).toEqual([409, 'CASE_DUPLICATE', { caseNo: first.caseNo }]);
    await window.act(first.caseNo, 'cancelApplication', { input: { reason: '重新申请' } });
    expect((await second.open(application('YT-2.2', { place: JINAN, person }))).status).toBe(201);
  });
});

describe('two clerks at once', () => {
  it('tells the one who comes late who changed what', async () => {
    const { caseNo, version } = await open(window, 'YT-2.2', { place: JINAN });
    await second.act(caseNo, 'claim');
    const stale = problemOf(await window.attempt(caseNo, 'claim', { version }));
    expect([stale.status, stale.code]).toEqual([409, 'CASE_VERSION_CONFLICT']);
    expect(stale.detail).toMatch(/^烟台市窗口经办乙 于 .+ 办理了“签收”，请核对后重试$/);
    expect(stale.data).toMatchObject({
      changes: [expect.objectContaining({ by: { id: 'yt-window2', name: '烟台市窗口经办乙' } })],
    });
  });

  it('lets exactly one of fifty pairs through each time, with one event', async () => {
    const cases: CaseView[] = [];
    for (let at = 0; at < 50; at += 5)
      cases.push(...(await Promise.all(Array.from({ length: 5 }, () => open(window, 'YT-2.2', { place: JINAN })))));
    const pairs = [];
    for (const { caseNo, version } of cases) {
      const acts = [window, second].map((one) => one.attempt(caseNo, 'claim', { version }));
      pairs.push((await Promise.all(acts)).map((one) => one.status).sort());
    }
    expect(pairs).toEqual(cases.map(() => [200, 409]));
    for (const { caseNo } of cases) {
      const claims = (await window.timeline(caseNo)).filter((entry) => entry.type === 'taskClaimed');
      expect(claims).toHaveLength(1);
    }
  });
});

describe('what may not be done', () => {
  let view: CaseView;
  beforeAll(async () => {
    view = await open(window, 'YT-2.2', { place: JINAN });
  });

  it('says at which stage the case is when the act belongs to another', async () => {
    const early = problemOf(await window.attempt(view.caseNo, 'sendInformationForm', { input: information }));
    expect([early.status, early.code]).toEqual([409, 'ACTION_NOT_ALLOWED']);
    expect(early.detail).toBe('当前环节为“收件受理”，不能办理此操作');
    const unknown = problemOf(await window.attempt(view.caseNo, 'teleport'));
    expect([unknown.status, unknown.code]).toEqual([404, 'ACTION_UNKNOWN']);
  });

  it('says whose it is to the wrong person, exactly as the list greys it out', async () => {
    const [finance] = await clerks('yt-finance');
    const refused = problemOf(await finance.attempt(view.caseNo, 'accept'));
    expect([refused.status, refused.code, refused.detail]).toEqual([403, 'ACCESS_DENIED', '此环节由窗口经办办理']);
    const offered = (await finance.case(view.caseNo)).actions.find((one) => one.action === 'accept');
    expect([offered?.allowed, offered?.reason]).toEqual([false, refused.detail]);
  });

  it('shows another agency’s case to nobody: 404, on every path', async () => {
    const paths = ['', '/timeline', '/clocks/intakeStep/derivation'].map((path) => `/api/cases/${view.caseNo}${path}`);
    for (const path of paths) expect((await qingdao.get(path)).status).toBe(404);
    const act = await qingdao.attempt(view.caseNo, 'accept', { version: view.version });
    expect([act.status, problemOf(act).code]).toEqual([404, 'NOT_FOUND']);
    const foreign = problemOf(await qingdao.open(application('YT-2.2', { place: JINAN })));
    expect([foreign.status, foreign.detail]).toEqual([403, '该事项由其他统筹地区办理']);
  });

  it('ends with the case', async () => {
    const { caseNo } = await open(window, 'YT-2.1', { place: JINAN, acceptNow: true });
    for (const action of ['accept', 'note', 'remind', 'cancelApplication']) {
      const late = problemOf(await window.attempt(caseNo, action, { input: { text: '晚', reason: '晚' } }));
      expect([action, late.status, late.code]).toEqual([action, 409, 'CASE_CLOSED']);
    }
    expect((await window.case(caseNo)).actions.filter((one) => one.allowed)).toEqual([]);
  });

  it('needs a session, of the right post, and a page of our own', async () => {
    for (const [method, path] of [
      ['GET', '/api/worklist'],
      ['POST', '/api/cases'],
      ['GET', `/api/cases/${view.caseNo}`],
    ] as const)
      expect((await askApi(method, path, method === 'POST' ? { body: {} } : {})).status).toBe(401);
    const [administrator] = await clerks('sys-admin');
    expect((await administrator.get('/api/worklist')).status).toBe(403);
    const foreign = await window.ask('POST', '/api/cases', {
      body: {},
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(foreign.status).toBe(403);
  });

  it('may carry no date of the future, none before the fact, and an earlier one only with that permission', async () => {
    const future = problemOf(await window.attempt(view.caseNo, 'accept', { occurredOn: '2999-01-01' }));
    expect([future.status, future.errors[0]]).toMatchObject([400, { field: 'occurredOn', code: 'IN_FUTURE' }]);
    const early = problemOf(await window.attempt(view.caseNo, 'accept', { occurredOn: '2025-01-02' }));
    expect([early.status, early.code]).toEqual([400, 'DATE_BEFORE_FACT']);
  });
});

describe('bodies that are no requests', () => {
  const post = (raw: string, type = 'application/json') =>
    window.ask('POST', '/api/cases', { raw, headers: { 'idempotency-key': randomUUID(), 'content-type': type } });

  it('are refused by size, depth, form and type', async () => {
    const deep = '['.repeat(200) + ']'.repeat(200);
    const seen = [
      await post(JSON.stringify({ form: 'x'.repeat(1_100_000) })),
      await post(`{"form":${deep}}`),
      await post('{"itemCode": '),
      await post('<xml/>', 'text/xml'),
      await post('"text"'),
    ];
    expect(seen.map((one) => [one.status, problemOf(one).code])).toEqual([
      [413, 'INPUT_TOO_LARGE'],
      [400, 'INPUT_TOO_DEEP'],
      [400, 'INPUT_NOT_JSON'],
      [400, 'INPUT_NOT_JSON'],
      [400, expect.stringMatching(/^INPUT_/)],
    ]);
  });

  it('reach no prototype and no number outside what can be counted', async () => {
    const answer = await post('{"__proto__":{"itemCode":"YT-2.2"},"constructor":{"prototype":{"x":1}}}');
    expect(answer.status).toBe(400);
    const huge = await window.ask('POST', `/api/cases/${'1'.repeat(23)}/actions/claim`, {
      body: { expectedVersion: 1e308 },
      headers: { 'idempotency-key': randomUUID() },
    });
    expect([400, 404]).toContain(huge.status);
  });
});

describe('rare names', () => {
  const names = [
    '𠮷',
    '㙓',
    '买买提·吐尔逊',
    '阿卜杜拉·阿卜杜热合曼·麦麦提图尔荪·玉素甫江·艾力肯木·艾',
    '王',
    '欧阳𠀀㑇',
  ];

  it.each(names)(
    '%s survives in the case, in the other agency’s letter and in the recorded full view',
    async (name) => {
      const person = somebody(name);
      const view = await open(window, 'YT-2.1', { place: QINGDAO, person, acceptNow: true });
      expect(view.applicant.name).toMatch(new RegExp(`^${[...name][0]}\\*+$`, 'u'));
      const { letterNo } = letterOf(view, 'enrolmentCertificate');
      const sent = await letterAtPlatform(letterNo);
      expect(sent.body.person).toMatchObject({ name, idNumber: person.idNumber });
      const fields = ['applicant.name', 'applicant.idNumber'];
      const shown = await window.post(`/api/cases/${view.caseNo}/reveal`, { fields, reason: '核对姓名' });
      expect(shown.body).toEqual({ values: { 'applicant.name': name, 'applicant.idNumber': person.idNumber } });
      const found = await window.get<{ cases: { caseNo: string }[] }>(
        `/api/worklist?tab=closed&q=${encodeURIComponent(name)}`,
      );
      expect(found.body.cases.map((one) => one.caseNo)).toContain(view.caseNo);
    },
  );

  it('are refused when they cannot be names', async () => {
    for (const name of ['', '   ', '一'.repeat(31), 'R2D2', '张\u0000三', '张\ud842', '<b>', '张=三'])
      expect([
        name,
        (await window.open(application('YT-2.1', { place: JINAN, person: somebody(name) }))).status,
      ]).toEqual([name, 400]);
  });

  const letterAtPlatform = async (letterNo: string) => {
    const at = (letters: PlayedLetter[]) => letters.find((one) => one.letterNo === letterNo);
    return at(await until('at the platform', sandbox.letters, (letters) => at(letters) !== undefined)) as PlayedLetter;
  };
});

describe('the worklist', () => {
  interface Page {
    cases: { caseNo: string; light: string; assignee: { id: string } | null; applicant: string }[];
    next: string | null;
  }
  const page = async (query: string): Promise<Page> => (await head.get<Page>(`/api/worklist?${query}`)).body;

  it('goes through all cases once by its pages, and agrees with the counts', async () => {
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const { cases, next: following }: Page = await page(`tab=toAccept&limit=20${next ? `&after=${next}` : ''}`);
      seen.push(...cases.map((one) => one.caseNo));
      next = following;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(50);
    const counts = (await head.get<Record<string, number>>('/api/worklist/counts')).body;
    expect(counts.toAccept).toBe(seen.length);
  });

  it('finds a case by identity number, by the beginning of its number, and shows it masked', async () => {
    const person = somebody('欧阳询');
    const opened = caseOf(await window.open(application('YT-2.2', { place: JINAN, person })));
    for (const q of [person.idNumber, opened.caseNo, opened.caseNo.slice(0, 22)]) {
      const { cases } = await page(`q=${q}`);
      expect(cases.map((one) => one.caseNo)).toEqual([opened.caseNo]);
      expect(JSON.stringify(cases)).not.toContain(person.idNumber);
    }
    expect((await page(`q=${somebody().idNumber}`)).cases).toEqual([]);
    const other = await qingdao.get<Page>(`/api/worklist?q=${person.idNumber}`);
    expect(other.body.cases).toEqual([]);
  });

  it('filters by holder, by item and by light', async () => {
    const mine = await open(window, 'YT-2.2', { place: JINAN });
    await window.act(mine.caseNo, 'claim');
    const late = await open(window, 'YT-2.2', { place: JINAN, receivedAt: '2025-03-03' });
    const held = await page('assignee=yt-window&limit=100&item=YT-2.2');
    expect(held.cases.every((one) => one.assignee?.id === 'yt-window')).toBe(true);
    expect((await page(`assignee=none&q=${mine.caseNo}`)).cases).toEqual([]);
    expect((await page(`light=red&q=${late.caseNo}`)).cases[0]?.light).toBe('red');
    expect((await page(`light=green&q=${late.caseNo}`)).cases).toEqual([]);
    expect((await page(`item=YT-2.3&q=${mine.caseNo}`)).cases).toEqual([]);
  });

  it('names a bad filter and a page mark that is none of ours', async () => {
    expect((await head.get('/api/worklist?tab=x&limit=1000&light=blue')).status).toBe(400);
    const mark = problemOf(await head.get('/api/worklist?after=nonsense'));
    expect([mark.status, mark.errors[0]?.message]).toEqual([400, '翻页标记无效']);
  });

  it('keeps each agency to itself', async () => {
    const own = (await qingdao.get<Page>('/api/worklist?limit=100')).body.cases;
    expect(own.filter((one) => !one.caseNo.startsWith(QINGDAO))).toEqual([]);
    expect((await page('limit=100')).cases.every((one) => one.caseNo.startsWith(YANTAI))).toBe(true);
  });
});
