import type { ItemRules, OpenCommand } from '@due-process/contracts';
import { createRecordActivities } from '@due-process/activities';
import { pagesOf } from '@due-process/documents';
import { digestOf, projectRows } from '@due-process/domain';
import { createHash } from 'node:crypto';
import { actor, caseStart, enrolment, morning, Played, PureRun, received } from '../../../test/factories';
import { startApi, type RunningApi, type Visitor } from '../test/start-api';

jest.setTimeout(120_000);

const name = '王𠮷';
const body = {
  itemCode: 'YT-2.2',
  officeId: 'zhifu',
  channel: 'window',
  applicant: { name, idNumber: '11010519491231002X', phone: '13800000000' },
  form: { otherPlace: '370200', accountTreatment: 'transfer' },
  materials: [],
};
const clerk = actor('yt-window', ['window'], ['zhifu']);

interface Answered {
  status: number;
  headers: Headers;
  pdf: Buffer;
  /** Read when asked for: reading takes a process of its own, and the API waits meanwhile. */
  text: string;
}

/** With Postgres and without the engine: the case is played on the pure functions and recorded as the worker would. */
describe('printing', () => {
  let api: RunningApi;
  let window: Visitor;
  let caseNo: string;

  beforeAll(async () => {
    const away = { TEMPORAL_ADDRESS: '127.0.0.1:1', SANDBOX_URL: 'http://127.0.0.1:1' };
    api = await startApi({ ...away, PUBLIC_URL: 'https://example.org/' });
    window = await api.signIn('yt-window');
    await window.ask('POST', '/api/cases', body, { 'idempotency-key': 'documents-spec-1' });
    caseNo = await recordCase(api);
  });
  afterAll(() => api.close());

  const rows = async <Row>(sql: string): Promise<Row[]> => (await api.database.pool.query(sql)).rows as Row[];
  const cookies = new Map<string, string>();
  const cookieOf = async (username: string): Promise<string> => {
    const kept = cookies.get(username);
    if (kept) return kept;
    const response = await fetch(`${api.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: 'demo-password-of-the-tests' }),
    });
    const cookie = response.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    cookies.set(username, cookie);
    return cookie;
  };
  const file = async (path: string, username?: string): Promise<Answered> => {
    const headers = username ? { cookie: await cookieOf(username) } : undefined;
    const response = await fetch(api.url + path, headers ? { headers } : {});
    const pdf = Buffer.from(await response.arrayBuffer());
    const isPdf = response.headers.get('content-type') === 'application/pdf';
    return {
      status: response.status,
      headers: response.headers,
      pdf,
      get text() {
        return isPdf ? pagesOf(pdf).join('') : pdf.toString();
      },
    };
  };
  const documentOf = (no: string): string => `/api/cases/${caseNo}/documents/${caseNo}-${no}`;
  const printsOf = async (no: string) =>
    (await window.ask<{ sha256: string | null; prints: Record<string, unknown>[] }>('GET', `${documentOf(no)}/prints`))
      .body;

  it('gives the notice with the full name, every missing material and its last day', async () => {
    const { status, headers, text } = await file(`${documentOf('D02')}.pdf`, 'yt-window');
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toContain(encodeURIComponent('一次性告知书'));
    for (const words of [
      '一次性告知书',
      `编号：${caseNo}-D02`,
      `${name}：`,
      '1．身份证或社会保障卡',
      '2026年3月16日（含当日',
    ])
      expect(text).toContain(words);
    expect(text).toContain('芝罘区机场路90号人力资源产业园1楼社保大厅');
    expect(text).not.toContain(body.applicant.idNumber);
  });

  it('keeps the hash of the first print, gives the same file again and writes down every print', async () => {
    const first = await file(`${documentOf('D01')}.pdf`, 'yt-window');
    const again = await file(`${documentOf('D01')}.pdf`, 'yt-head');
    expect(again.pdf.equals(first.pdf)).toBe(true);
    const sha256 = createHash('sha256').update(first.pdf).digest('hex');
    expect(first.headers.get('x-document-sha256')).toBe(sha256);
    expect(await printsOf('D01')).toMatchObject({
      sha256,
      prints: [
        { copyNo: 1, printedBy: { id: 'yt-window' }, sha256, outcome: 'printed' },
        { copyNo: 2, printedBy: { id: 'yt-head' }, sha256, outcome: 'printed' },
      ],
    });
    await expect(api.database.pool.query('delete from document_print')).rejects.toThrow('append-only');
  });

  it('prints what it printed first, though the person has another name since', async () => {
    const before = await file(`${documentOf('D03')}.pdf`, 'yt-window');
    await api.database.pool.query(
      `update person set name_sealed = (select query_code_sealed from opening limit 1), name_masked = '另*'`,
    );
    const after = await file(`${documentOf('D03')}.pdf`, 'yt-window');
    expect(after.status).toBe(200);
    expect(after.pdf.equals(before.pdf)).toBe(true);
  });

  it('refuses a reprint that is not the file of the first print, and writes that down', async () => {
    await file(`${documentOf('S02')}.pdf`, 'yt-window');
    await api.database.pool.query(`update document_original set sha256 = 'other' where document_no like '%-S02'`);
    const { status, text } = await file(`${documentOf('S02')}.pdf`, 'yt-window');
    expect([status, JSON.parse(text).code]).toEqual([409, 'DOCUMENT_DIFFERS']);
    expect((await printsOf('S02')).prints.map(({ outcome }) => outcome)).toEqual(['printed', 'refused']);
  });

  it('counts ten prints at one moment without giving a number twice', async () => {
    const given = await Promise.all(Array.from({ length: 10 }, () => file(`${documentOf('S03')}.pdf`, 'yt-window')));
    expect(given.map(({ status }) => status)).toEqual(Array(10).fill(200));
    const { prints } = await printsOf('S03');
    expect(prints.map(({ copyNo }) => copyNo)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(new Set(prints.map(({ sha256 }) => sha256)).size).toBe(1);
  });

  it('is for those who see the case', async () => {
    for (const path of [`${documentOf('D01')}.pdf`, `${documentOf('D01')}/prints`]) {
      expect((await file(path)).status).toBe(401);
      expect((await file(path, 'qd-window')).status).toBe(404);
    }
    expect((await file(`${documentOf('D09')}.pdf`, 'yt-window')).status).toBe(404);
    expect((await file(`/api/cases/${caseNo}/clocks/none/derivation.pdf`, 'yt-window')).status).toBe(404);
    expect((await file(`${documentOf('D09')}/prints`, 'yt-window')).status).toBe(404);
  });

  it('gives the derivation of a limit on one page, under a number of its own', async () => {
    const { status, pdf, text } = await file(`/api/cases/${caseNo}/clocks/supplement/derivation.pdf`, 'yt-window');
    expect(status).toBe(200);
    expect(pagesOf(pdf)).toHaveLength(1);
    expect(text).toContain('办理时限推导单');
    expect(text).toContain('2026-03-16周一10工作日');
    expect(text).toMatch(new RegExp(`编号：${caseNo}-C\\d\\d-\\d+`));
  });

  it('gives the applicant the receipt with the code, for number and code alone', async () => {
    const [opening] = await rows<{ query_code_sealed: string }>('select query_code_sealed from opening');
    expect(opening).toBeDefined();
    const printed = await file(`${documentOf('D01')}.pdf`, 'yt-window');
    const queryCode = /查询码：([0-9A-Z-]+)/.exec(printed.text)?.[1] ?? '';
    expect(queryCode).toMatch(/^[0-9A-Z]{4}-?[0-9A-Z]{4}$/);
    const own = await file(`/public/receipt.pdf?caseNo=${caseNo}&queryCode=${queryCode}`);
    expect(own.status).toBe(200);
    expect(own.text).toContain('扫描二维码查询办理进度');
    expect(own.pdf.equals(printed.pdf)).toBe(true);
    expect((await printsOf('D01')).prints.at(-1)).toMatchObject({ printedBy: { id: 'applicant', name: '申请人' } });
    const wrong = await file(`/public/receipt.pdf?caseNo=${caseNo}&queryCode=AAAA-AAAA`);
    expect([wrong.status, JSON.parse(wrong.text).code]).toEqual([404, 'PROGRESS_UNKNOWN']);
  });

  it('keeps no name in the clear', async () => {
    const kept = JSON.stringify(await rows('select * from document_original'));
    expect(kept).not.toContain(name);
  });
});

/** Registered with nothing, told what is missing, supplied and accepted: documents D01 to D03. */
async function recordCase(api: RunningApi): Promise<string> {
  const { rows } = await api.database.pool.query(
    `select case_no, start, rules from opening join case_rules on hash = start->>'rulesHash'`,
  );
  const [{ case_no: caseNo, start, rules }] = rows as [
    { case_no: string; start: { command: OpenCommand }; rules: ItemRules },
  ];
  const { rows: calendars } = await api.database.pool.query('select calendar from calendar_version');
  const run = new PureRun({
    ...caseStart({ ...rules, story: 'transferred' }),
    caseNo,
    calendar: calendars[0].calendar,
  });
  const played = new Played(run).on('2026-03-02');
  const facts = [enrolment('suspended')];
  run.open({ ...start.command, facts, receivedOn: '2026-03-02' }, morning('2026-03-02'));
  played.does(clerk, 'requestSupplement', {}, { key: 'k-supplement' });
  const materials = received('applicantIdentity');
  played.on('2026-03-04').does(clerk, 'receiveSupplement', { materials }, { key: 'k-received' });
  played.does(clerk, 'accept', {}, { key: 'k-accept' });
  const { record } = createRecordActivities(api.database);
  await record({
    caseNo,
    fromSeq: 1,
    batchId: 'all',
    writtenAt: morning('2026-03-04'),
    runId: 'r',
    digest: digestOf(run.state),
    events: run.events,
    rows: projectRows(undefined, run.state, run.events),
  });
  return caseNo;
}
