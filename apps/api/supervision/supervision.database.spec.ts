import { CASE_CLASSES } from '@due-process/contracts';
import ExcelJS from 'exceljs';
import { startApi, type RunningApi, type Visitor } from '../test/start-api';

jest.setTimeout(90_000);

let api: RunningApi;
let supervisor: Visitor, clerk: Visitor, head: Visitor;
beforeAll(async () => {
  api = await startApi();
  [supervisor, clerk, head] = await Promise.all([
    api.signIn('yt-supervise'),
    api.signIn('yt-window'),
    api.signIn('yt-head'),
  ]);
  await rows();
});
afterAll(() => api.close());

const sql = async <T>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await api.database.pool.query(text, values)).rows;
const get = async <T>(visitor: Visitor, path: string): Promise<T> => {
  const { status, body } = await visitor.ask<T>('GET', path);
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return body;
};
const numbered = (n: number): string => `37060000120260302${String(n).padStart(5, '0')}0`;

/** Sixty open cases of all kinds and lights, and forty closed ones with their numbers. */
async function rows(): Promise<void> {
  await sql(
    `insert into case_file (case_no, item_code, agency, office_id, applicant_masked, phase, unit, assignee, stage_name, waiting_for, received_on, due_on, step_due_on, yellow_on, paused, open, version, seq)
     select '37060000120260302' || lpad(n::text, 5, '0') || '0', 'YT-2.2', '370600', 'yantai-shizhi', '王*', 'accepted', 'yantai-shizhi',
       case when n % 4 > 0 then 'yt-window' end, '收件受理', (array['task','letter','until','effect','none'])[1 + n % 5], current_date - 9,
       current_date + 30 - n, case when n % 6 = 0 then current_date - 2 end, current_date + 27 - n, n % 10 = 0, true, 1, 1 from generate_series(1, 60) n`,
  );
  await sql(
    `insert into case_result (case_no, agency, unit, person, item_code, outcome, concluded_on, statutory_days, statutory_used, statutory_in_time, supplements)
     select 'R' || n, '370600', 'yantai-shizhi', case when n % 2 = 0 then 'yt-window' else 'yt-review' end, 'YT-2.2', 'completed', '2026-03-01'::date + n, 20, n, n <= 20, n % 3
       from generate_series(1, 40) n`,
  );
  await sql(
    `insert into pause (case_no, id, cause, legal_basis, opened_by, opened_on, limit_on, reason, clocks)
     select case_no, 'P1', 'hearing', '听证', 'yt-window', current_date - 5, current_date - 1, '双方约定听证', '{statutory}' from case_file where paused`,
  );
}

interface Group {
  id: string | null;
  cases: number;
}
interface Page {
  cases: { caseNo: string; class: string; causeWords: string; dueOn: string }[];
  next: string | null;
}

describe('the board', () => {
  it('counts every open case once in each of its groupings', async () => {
    const board = await get<Record<string, Group[]> & { open: number }>(supervisor, '/api/supervision/board');
    expect(board.open).toBe(60);
    for (const group of ['lights', 'classes', 'units', 'people', 'items', 'steps', 'phases'])
      expect([group, board[group]?.reduce((sum, { cases }) => sum + cases, 0)]).toEqual([group, 60]);
  });

  it('shows each class with as many cases as its list has, every case in one of them', async () => {
    const { classes } = await get<{ classes: { class: string; count: number }[] }>(
      supervisor,
      '/api/supervision/stuck',
    );
    const seen: string[] = [];
    for (const id of CASE_CLASSES) {
      const { cases } = await get<Page>(supervisor, `/api/supervision/cases?class=${id}&limit=100`);
      expect([id, cases.length]).toEqual([id, classes.find((one) => one.class === id)?.count]);
      seen.push(...cases.map(({ caseNo }) => caseNo));
    }
    expect([seen.length, new Set(seen).size]).toEqual([60, 60]);
  });

  it('lists by remaining time, page by page without a gap or a repeat', async () => {
    const seen: Page['cases'] = [];
    for (let after = ''; ;) {
      const page = await get<Page>(supervisor, `/api/supervision/cases?limit=7&after=${after}`);
      seen.push(...page.cases);
      if (page.next === null) break;
      after = page.next;
    }
    expect(new Set(seen.map(({ caseNo }) => caseNo)).size).toBe(60);
    // A step's limit orders a list too: here of every sixth case.
    const byTotal = seen.filter(({ caseNo }) => Number(caseNo.slice(17, 22)) % 6 > 0).map(({ dueOn }) => dueOn);
    expect(byTotal).toEqual(byTotal.toSorted());
  });

  it('knows a step that is late though the total is in time, apart from what is late as a whole', async () => {
    const step = await get<Page>(supervisor, '/api/supervision/cases?late=step&limit=100');
    const total = await get<Page>(supervisor, '/api/supervision/cases?late=total&limit=100');
    const both = step.cases.filter(({ caseNo }) => total.cases.some((one) => one.caseNo === caseNo));
    expect([step.cases.length > 0, total.cases.length > 0, both]).toEqual([true, true, []]);
  });

  it('keeps paused cases apart with their reason, days and limit', async () => {
    const { cases } = await get<{ cases: { pause: Record<string, unknown> }[] }>(supervisor, '/api/supervision/paused');
    expect(cases).toHaveLength(6);
    expect(cases[0]?.pause).toMatchObject({ reason: '双方约定听证', over: true, days: 5 });
  });

  it('says in a trouble’s own words why, and whose leave it is', async () => {
    await sql(
      `insert into trouble (case_no, activity, key, attempt, code, since, at) values ($1, 'settleAccount', 'k', 4, 'OUTSIDE_TIMEOUT', now(), now())`,
      [numbered(1)],
    );
    const retrying = await get<Page>(supervisor, '/api/supervision/cases?class=retrying');
    expect(retrying.cases).toMatchObject([{ causeWords: '系统原因滞留：外部系统未按时答复，第 4 次重试中' }]);
    const set = { account: 'yt-window', from: '2020-01-01', to: null, deputy: 'yt-window2' };
    expect((await clerk.ask('POST', '/api/absences', set)).status).toBe(200);
    const away = await get<Page>(supervisor, '/api/supervision/cases?class=personsTurn&cause=holderAway');
    expect([away.cases.length > 0, away.cases[0]?.causeWords]).toEqual([true, '经办人休假']);
    const self = await clerk.ask('POST', '/api/absences', { ...set, deputy: 'yt-window' });
    expect([self.status, (await clerk.ask('POST', '/api/absences', { ...set, account: 'yt-review' })).status]).toEqual([
      400, 403,
    ]);
    await head.ask('POST', '/api/absences', { ...set, from: null, deputy: null });
  });

  it('is not for clerks', async () => {
    for (const path of ['board', 'stuck', 'cases', 'paused', 'repairs', 'bulk'])
      expect([path, (await clerk.ask('GET', `/api/supervision/${path}`)).status]).toEqual([path, 403]);
  });
});

describe('statistics', () => {
  const march = 'from=2026-03-01&to=2026-04-30';

  it('give shares, mean and nine tenths of the frozen clocks, with what each means', async () => {
    const { lines, definitions } = await get<{ lines: Record<string, unknown>[]; definitions: unknown[] }>(
      supervisor,
      `/api/statistics?by=unit&${march}`,
    );
    expect(lines).toMatchObject([
      { closed: 40, statutoryOnTime: 0.5, meanUsed: 20.5, p90Used: 36, promisedOnTime: null },
    ]);
    expect(definitions.length).toBeGreaterThan(8);
    const months = await get<{ lines: { id: string; closed: number }[] }>(
      supervisor,
      `/api/statistics?by=month&${march}`,
    );
    expect(months.lines.map(({ id, closed }) => [id, closed])).toEqual([
      ['2026-03', 30],
      ['2026-04', 10],
    ]);
  });

  it('show a clerk their own cases alone, also in the sheet', async () => {
    const own = await get<{ own: boolean; lines: { closed: number }[] }>(clerk, `/api/statistics?by=person&${march}`);
    expect([own.own, own.lines.map(({ closed }) => closed)]).toEqual([true, [20]]);
    expect((await sheet('yt-window')).getWorksheet('办件明细')?.rowCount).toBe(21);
  });

  it('are exported with every case and the definitions', async () => {
    const book = await sheet('yt-supervise');
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      '按科室',
      '按人员',
      '按事项',
      '按月',
      '办件明细',
      '指标说明',
    ]);
    expect(book.getWorksheet('办件明细')?.rowCount).toBe(41);
    expect(book.getWorksheet('按科室')?.getRow(2).getCell(3).value).toBe(0.5);
  });

  async function sheet(username: string): Promise<ExcelJS.Workbook> {
    const session = await fetch(`${api.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: 'demo-password-of-the-tests' }),
    });
    const cookie = session.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const answer = await fetch(`${api.url}/api/statistics/export.xlsx?${march}`, { headers: { cookie } });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    return book;
  }
});

describe('the running state', () => {
  it('names what stands, and where it is written what to do', async () => {
    await sql(`insert into worker_beat (identity, queue, at) values ('w@host', 'cases', now() - interval '5 minutes')`);
    await sql(`insert into run_fault (case_no, kind, code) values ($1, 'runMissing', 'RUN_MISSING')`, [numbered(2)]);
    const state = await get<{
      alarms: { id: string; runbook: string }[];
      outside: { id: string; up: boolean; waiting: number }[];
    }>(supervisor, '/api/system/state');
    expect(state.alarms.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['no-worker', 'run-missing', 'outside-fund']),
    );
    expect(state.outside.find(({ id }) => id === 'fund')).toMatchObject({ up: false, waiting: 1 });
    expect((await clerk.ask('GET', '/api/system/state')).status).toBe(403);
    const { body } = await api.visitor().ask<string>('GET', '/metrics');
    expect(body).toContain('due_process_open_cases{agency="370600",class="workerFailing"} 59');
    expect(body).toContain('due_process_alarm{alarm="run-missing"} 1');
  });

  it('every alarm has its section in the runbook', async () => {
    const { readFileSync } = await import('node:fs');
    const source = readFileSync('apps/api/operator/operator.service.ts', 'utf8');
    const runbook = readFileSync('docs/runbook.md', 'utf8');
    const ids = [...source.matchAll(/alarm\(\s*'([a-z-]+)'/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(8);
    for (const id of [...ids, 'outside-exchange', 'outside-core', 'outside-fund', 'outside-sms'])
      expect(runbook).toContain(`## ${id}\n`);
  });
});
