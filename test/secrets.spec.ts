import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { clerks, type Clerk } from './support/clerk';
import { required } from './support/environment';
import { somebody } from './support/persons';
import { sandbox } from './support/sandbox';
import { query, withTemporal } from './support/system';
import { application, hasTask, information, isConcluded, JINAN, open, QINGDAO } from './support/transfers';
import { problemOf, type CaseView } from './support/views';

/** Values that occur nowhere else, so that finding one anywhere means a leak. */
const person = { ...somebody('司徒㙓𠮷'), phone: '13907654321' };
const bankAccount = '6228480402564890018';
const secrets = [person.name, person.idNumber, person.phone, bankAccount];

let window: Clerk, finance: Clerk;
let view: CaseView;

beforeAll(async () => {
  [window, finance] = await clerks('yt-window', 'yt-finance');
  const given = { place: JINAN, person, acceptNow: true, form: { accountTreatment: 'withdraw', bankAccount } };
  view = await open(window, 'YT-2.2', given);
  await window.waitFor(view.caseNo, 'letter of 济南', hasTask('prepareInformationForm'));
  await window.act(view.caseNo, 'sendInformationForm', { input: { ...information, accountTreatment: 'withdraw' } });
  await sandbox.faults('fund', { status500: 1, rejected: 1 });
  const input = { treatment: 'withdraw', amountFen: 100, bankAccount };
  await finance.act(view.caseNo, 'settleAccount', { input });
  await finance.waitFor(view.caseNo, 'back', (seen) => seen.tasks[0]?.key === 'settlePersonalAccount#2');
  await finance.act(view.caseNo, 'settleAccount', { input });
  view = { ...(await window.waitFor(view.caseNo, 'concluded', isConcluded)), queryCode: view.queryCode };
  await sandbox.noFaults();
});
afterAll(() => sandbox.noFaults());

/** Goes through every text and byte column of a database: where one of the values stands, and, to prove the search, where the case number does. */
async function columnsOf(database?: 'temporal' | 'temporal_visibility') {
  const columns = await query<{ tbl: string; col: string; type: string }>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as tbl, quote_ident(column_name) as col, data_type as type
       from information_schema.columns join information_schema.tables using (table_schema, table_name)
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
        and data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'bytea', 'ARRAY')`,
    [],
    database,
  );
  const found = { leaking: [] as string[], known: [] as string[] };
  for (const { tbl, col, type } of columns) {
    const holds = (at: number) =>
      type === 'bytea' ? `position(convert_to($${at}, 'UTF8') in ${col}) > 0` : `position($${at} in ${col}::text) > 0`;
    const [row] = await query<{ leaking: boolean; known: boolean }>(
      `select bool_or(${secrets.map((_, at) => holds(at + 1)).join(' or ')}) as leaking, bool_or(${holds(secrets.length + 1)}) as known
         from ${tbl}`,
      [...secrets, view.caseNo],
      database,
    );
    if (row?.leaking) found.leaking.push(`${tbl}.${col}`);
    if (row?.known) found.known.push(`${tbl}.${col}`);
  }
  return found;
}

async function linesWithSecrets(file: string): Promise<string[]> {
  const found: string[] = [];
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') }))
    if (secrets.some((one) => line.includes(one))) found.push(line.slice(0, 300));
  return found;
}

describe('name, identity number, telephone and bank account', () => {
  it('stand in no column of our database but sealed ones', async () => {
    const { leaking, known } = await columnsOf();
    expect(leaking).toEqual([]);
    expect(known).toEqual(expect.arrayContaining(['public.case_file.case_no', 'public.letter.letter_no']));
    const sealed = await query<{ n: number }>(
      `select count(*)::int as n from person join case_file on person.id = case_file.person_id
        where case_no = $1 and name_sealed <> '' and id_number_sealed <> '' and phone_sealed <> ''`,
      [view.caseNo],
    );
    expect(sealed).toEqual([{ n: 1 }]);
  });

  it('stand in no table of Temporal, neither in histories nor where workflows are listed', async () => {
    const histories = await columnsOf('temporal');
    expect([histories.leaking, histories.known.length > 0]).toEqual([[], true]);
    const listed = await columnsOf('temporal_visibility');
    expect([listed.leaking, listed.known.length > 0]).toEqual([[], true]);
  });

  it('stand in no workflow id, search attribute or memo', async () => {
    const { workflowId, searchAttributes, memo } = await withTemporal(async (client) => {
      return client.workflow.getHandle(`case-${view.caseNo}`).describe();
    });
    const told = JSON.stringify([workflowId, searchAttributes, memo ?? null]);
    for (const secret of secrets) expect(told).not.toContain(secret);
    expect(searchAttributes).toMatchObject({ Item: ['YT-2.2'], Agency: ['370600'] });
  });

  it('stand in no log of any process of ours, also when things go wrong', async () => {
    const other = { ...person, idNumber: somebody().idNumber };
    await sandbox.faults('core', { status500: 'always' });
    const failing = await open(window, 'YT-2.2', { place: QINGDAO, person: other });
    await window.attempt(failing.caseNo, 'accept');
    await sandbox.noFaults();
    await window.open({
      ...application('YT-2.2', { place: JINAN, person }),
      form: { bankAccount, otherPlace: person.idNumber },
    });
    await window.get(`/api/worklist?q=${person.idNumber}`);
    await window.get(`/api/worklist?q=${encodeURIComponent(person.name)}`);
    await window.get(`/api/cases/${person.idNumber}`);
    const folder = join(required('DUE_PROCESS_TEST_STATE'), 'logs');
    const logs = readdirSync(folder).filter((name) => ['api.log', 'worker.log', 'temporal.log'].includes(name));
    expect(logs).toHaveLength(3);
    for (const name of logs) expect([name, await linesWithSecrets(join(folder, name))]).toEqual([name, []]);
  });

  it('stand in no refusal', async () => {
    const bad = { ...application('YT-2.2', { place: JINAN, person: { ...person, idNumber: `${person.idNumber}9` } }) };
    const duplicate = await window.open(
      application('YT-2.2', { place: JINAN, person: { ...person, phone: `${person.phone}x` } }),
    );
    for (const answer of [await window.open(bad), duplicate])
      for (const secret of secrets) expect(JSON.stringify(problemOf(answer))).not.toContain(secret);
  });

  it('are masked wherever a case is read, and nameless on the public page', async () => {
    const paths = [
      `/api/cases/${view.caseNo}`,
      `/api/cases/${view.caseNo}/timeline`,
      `/api/worklist?tab=closed&q=${view.caseNo}`,
    ];
    const texts = await Promise.all(paths.map(async (path) => JSON.stringify((await window.get(path)).body)));
    const progress = await window.get(`/public/progress?caseNo=${view.caseNo}&queryCode=${view.queryCode}`);
    for (const text of [...texts, JSON.stringify(progress.body)])
      for (const secret of secrets) expect(text).not.toContain(secret);
    expect(view.applicant).toMatchObject({ name: '司***', phone: '13*******21' });
    expect(JSON.stringify(progress.body)).not.toContain('窗口经办');
  });
});

describe('the full view', () => {
  const reveal = (clerk: Clerk, body: unknown) => clerk.post(`/api/cases/${view.caseNo}/reveal`, body);

  it('needs a reason, and fields that the case has', async () => {
    const bare = problemOf(await reveal(window, { fields: ['applicant.name'] }));
    expect([bare.status, bare.errors.map((one) => one.field)]).toEqual([400, ['reason']]);
    const wrong = problemOf(await reveal(window, { fields: ['form.nothing'], reason: '核对信息' }));
    expect([wrong.status, wrong.errors[0]?.message]).toEqual([400, '没有这个栏目']);
  });

  it('needs the permission: administrators and other agencies have none', async () => {
    const [administrator, elsewhere] = await clerks('sys-admin', 'qd-window');
    const asked = { fields: ['applicant.idNumber'], reason: '核对信息' };
    expect((await reveal(administrator, asked)).status).toBe(403);
    expect((await reveal(elsewhere, asked)).status).toBe(404);
  });

  it('shows the true values and is itself recorded, with who, what and why', async () => {
    const fields = ['applicant.name', 'applicant.idNumber', 'applicant.phone', 'form.bankAccount'];
    const shown = await reveal(window, { fields, reason: '电话通知申请人' });
    expect(shown.body).toEqual({
      values: {
        'applicant.name': person.name,
        'applicant.idNumber': person.idNumber,
        'applicant.phone': person.phone,
        'form.bankAccount': bankAccount,
      },
    });
    expect(shown.headers.get('cache-control')).toBe('no-store');
    const kept = await query('select account_id, fields, reason from reveal_log where case_no = $1', [view.caseNo]);
    expect(kept).toEqual([{ account_id: 'yt-window', fields, reason: '电话通知申请人' }]);
  });
});
