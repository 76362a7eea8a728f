import { type FreshDatabase, freshDatabase } from '@due-process/entities';
import { createColumnCipher, testKeys } from '@due-process/secrets';
import { createEscalationActivities } from '../escalation';
import { createRecordActivities } from '../record';
import { batchOf, caseNo, clockOf, rungOf, taskOf } from '../record/batch.fixture';
import { createCheckRepairs } from './check-repairs';
import { createGiveCards } from './give-cards';

jest.setTimeout(60_000);

let db: FreshDatabase;
let now = new Date('2026-03-09T00:30:10Z');
beforeAll(async () => (db = await freshDatabase()));
afterAll(() => db.drop());

const sql = async <T>(text: string, values: unknown[] = []): Promise<T[]> => (await db.pool.query(text, values)).rows;
const fire = () =>
  createEscalationActivities({
    pool: db.pool,
    smsUrl: 'http://127.0.0.1:1',
    cipher: createColumnCipher(testKeys()),
    clock: () => now,
  }).fireDueRungs();
const cards = (today: string) => createGiveCards(db.pool, () => new Date(`${today}T02:00:00Z`))();
const told = async () =>
  (await sql<{ account: string }>('select account from escalation')).map(({ account }) => account);

beforeEach(async () => {
  now = new Date('2026-03-09T00:30:10Z');
  await sql(
    `alter table case_event disable trigger all; alter table escalation disable trigger all; alter table supervision_order disable trigger all;
     truncate case_event, case_file, task, clock, rung, message, escalation, account, agency, repair, trouble, run_fault, supervision_order, case_result, document;
     alter table case_event enable trigger all; alter table escalation enable trigger all; alter table supervision_order enable trigger all`,
  );
  await sql(`insert into agency (id, name, number) values ('370600', '烟台', '001')`);
  await sql(
    `insert into account (id, username, password_hash, display_name, agency, roles, units)
     values ('yt-window', 'w', '-', '甲', '370600', '{window}', '{yt-hall}'), ('yt-supervise', 's', '-', '乙', '370600', '{supervise}', '{}')`,
  );
  const tasks = [taskOf('t1')];
  await createRecordActivities(db).record(
    batchOf(1, 0, { rows: { tasks, clocks: [clockOf({ dueOn: '2026-03-06' })], rungs: [rungOf('half')] } }),
  );
});

const repair = (from: string, until: string, state = 'done') =>
  sql(
    `insert into repair (repair_no, case_no, agency, kind, reason, state, class_before, seq_before, proposed_by, done_at, alarms_from, alarms_until)
     values ('R1', $1, '370600', 'rebuild', 'r', $4, 'nobodysTurn', 1, 'yt-supervise', now(), $2, $3)`,
    [caseNo, from, until, state],
  );

describe('a case under repair', () => {
  it('does not alarm for the stated time; what fell due meanwhile is then the supervisors’ to hear, not the holder’s', async () => {
    await repair('2026-03-09T00:00:00Z', '2026-03-09T02:00:00Z');
    expect(await fire()).toEqual({ fired: 0, messages: 0 });
    now = new Date('2026-03-09T02:00:30Z');
    expect(await fire()).toEqual({ fired: 1, messages: 1 });
    expect(await told()).toEqual(['yt-supervise']);
  });

  it('alarms the holder again for what falls due afterwards', async () => {
    await repair('2026-03-08T00:00:00Z', '2026-03-08T02:00:00Z');
    await fire();
    expect(await told()).toEqual(['yt-window']);
  });

  it('gives no card for a limit that ran out meanwhile', async () => {
    await repair('2026-03-06T00:00:00Z', '2026-03-20T00:00:00Z');
    expect(await cards('2026-03-13')).toEqual({ given: 0 });
  });

  it('is told to have moved only when it has come further and nothing is wrong any more', async () => {
    const check = createCheckRepairs(db.pool);
    await repair('2026-03-09T00:00:00Z', '2030-01-01T00:00:00Z');
    expect(await check()).toEqual({ moved: 0, notMoved: 0 });
    await sql('update case_file set seq = 9');
    await sql(`insert into run_fault (case_no, kind, code) values ($1, 'runMissing', 'X')`, [caseNo]);
    expect(await check()).toEqual({ moved: 0, notMoved: 0 });
    await sql(`update repair set done_at = now() - interval '4 minutes'`);
    expect(await check()).toEqual({ moved: 0, notMoved: 1 });
    expect(await check()).toEqual({ moved: 0, notMoved: 0 });
    await sql('truncate run_fault');
    expect(await check()).toEqual({ moved: 1, notMoved: 0 });
    const [seen] = await sql<{ state: string; class_after: string; over: boolean }>(
      'select state, class_after, alarms_until <= now() as over from repair',
    );
    expect(seen).toMatchObject({ state: 'moved', over: true });
    expect((await sql(`select 1 from message where kind = 'repair'`)).length).toBe(2);
  });
});

const given = () =>
  sql(
    `select card, rule, addressee, reply_due_on::text as reply, objection_due_on::text as object from supervision_order order by order_no`,
  );

describe('cards by rule', () => {
  it('count their days by the calendar in force: a holiday is none, a weekend worked for it is one', async () => {
    const calendar = {
      version: 'own',
      years: { 2026: { published: true, rest: ['03-09', '03-10'], work: ['03-14'] } },
    };
    await sql(
      `insert into calendar_version (version, ordinal, calendar, notices, state) values ('own', 99, $1, '[]', 'published')`,
      [calendar],
    );
    expect(await cards('2026-03-10')).toEqual({ given: 0 });
    expect(await cards('2026-03-11')).toEqual({ given: 1 });
    expect(await given()).toEqual([
      { card: 'yellow', rule: 'totalLate', addressee: 'yt-window', reply: '2026-03-14', object: '2026-03-17' },
    ]);
    await sql(`delete from calendar_version where version = 'own'`);
  });

  it('are given once for each occasion, told to the holder, and never changed', async () => {
    // Due on Friday 6 March: the first working day past it is Monday, the fifth Friday 13.
    for (const day of ['2026-03-06', '2026-03-07', '2026-03-08']) expect(await cards(day)).toEqual({ given: 0 });
    expect(await cards('2026-03-09')).toEqual({ given: 1 });
    expect(await cards('2026-03-10')).toEqual({ given: 0 });
    expect(await cards('2026-03-12')).toEqual({ given: 0 });
    expect(await cards('2026-03-13')).toEqual({ given: 1 });
    expect(await given()).toEqual([
      { card: 'yellow', rule: 'totalLate', addressee: 'yt-window', reply: '2026-03-12', object: '2026-03-16' },
      { card: 'red', rule: 'totalLate', addressee: 'yt-window', reply: '2026-03-18', object: '2026-03-20' },
    ]);
    expect((await sql<{ text: string }>('select text from supervision_order order by order_no'))[1]?.text).toContain(
      '逾期 5 个工作日',
    );
    expect((await sql(`select 1 from message where account = 'yt-window'`)).length).toBe(2);
    await expect(sql(`update supervision_order set card = 'yellow'`)).rejects.toThrow('permanent');
    await expect(sql('delete from supervision_order')).rejects.toThrow('permanent');
  });

  it('follow the agency’s own rule in place of the common one', async () => {
    await sql(
      `insert into card_rule (agency, rule, level, after_days, reply_days, active) values ('370600', 'totalLate', 'yellow', 1, 3, false)`,
    );
    expect(await cards('2026-03-09')).toEqual({ given: 0 });
    await sql(`delete from card_rule where agency = '370600'`);
  });

  it('find a refusal without its notice and one without a reason', async () => {
    await sql(`update case_file set open = false, outcome = 'rejected'`);
    await sql('truncate clock');
    await sql(
      `insert into case_result (case_no, agency, person, concluded_on) values ($1, '370600', 'yt-window', '2026-03-09')`,
      [caseNo],
    );
    expect(await cards('2026-03-10')).toEqual({ given: 2 });
    expect(
      (await sql<{ rule: string }>('select rule from supervision_order order by rule')).map(({ rule }) => rule),
    ).toEqual(['missingNotice', 'unlawfulRefusal']);
  });
});
