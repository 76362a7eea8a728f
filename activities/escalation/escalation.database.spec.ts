import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Batch, RungReceiver } from '@due-process/contracts';
import { type FreshDatabase, freshDatabase } from '@due-process/entities';
import { createColumnCipher, testKeys } from '@due-process/secrets';
import { createEscalationActivities } from '.';
import { createRecordActivities } from '../record';
import { batchOf, caseNo, clockOf, rowOf, rungOf, taskOf } from '../record/batch.fixture';

jest.setTimeout(60_000);

const cipher = createColumnCipher(testKeys());
let database: FreshDatabase;
let now = new Date('2026-03-09T00:30:10Z');
let gateway: Gateway;
let fireDueRungs: () => Promise<{ fired: number; messages: number }>;
let sendPendingSms: () => Promise<{ sent: number; failed: number }>;
let record: (batch: Batch) => Promise<unknown>;

/** A gateway that keeps what it was given by key, and may be told to fail after the effect. */
interface Gateway {
  server: Server;
  url: string;
  received: { key: string; to: string; text: string }[];
  statuses: number[];
}

async function openGateway(): Promise<Gateway> {
  const received: Gateway['received'] = [];
  const statuses: number[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push(JSON.parse(body) as Gateway['received'][number]);
      response.writeHead(statuses.shift() ?? 200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received, statuses };
}

beforeAll(async () => {
  [database, gateway] = await Promise.all([freshDatabase(), openGateway()]);
  ({ record } = createRecordActivities(database));
  ({ fireDueRungs, sendPendingSms } = createEscalationActivities({
    pool: database.pool,
    smsUrl: gateway.url,
    cipher,
    clock: () => now,
  }));
});
afterAll(async () => {
  gateway?.server.close();
  await database?.drop();
});
beforeEach(async () => {
  now = new Date('2026-03-09T00:30:10Z');
  gateway.received.length = 0;
  gateway.statuses.length = 0;
  await all(
    `alter table case_event disable trigger all; alter table escalation disable trigger all;
     truncate case_event, case_file, task, clock, rung, message, sms, escalation, account, case_rules, person;
     alter table case_event enable trigger all; alter table escalation enable trigger all`,
  );
  await all(
    `insert into case_rules (hash, item_code, edition, rules) values ('r1', 'YT-2.2', 'e', '{"name": "转出"}')`,
  );
  await account('yt-window', ['window'], ['yt-hall']);
  await account('yt-head', ['head'], ['yt-hall']);
  await account('yt-leader', ['leader'], []);
  await account('yt-supervise', ['supervise'], []);
  await account('other-head', ['head'], ['yt-other']);
  await account('qd-supervise', ['supervise'], [], '370200');
});

const all = async <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
  (await database.pool.query(sql, values)).rows;
const account = (id: string, roles: string[], units: string[], agency = '370600') =>
  all(
    `insert into account (id, username, password_hash, display_name, agency, roles, units, phone_sealed)
     values ($1, $1, '-', $1, $4, $2, $3, $5)`,
    [id, roles, units, agency, cipher.seal('13800138000')],
  );
const away = (id: string, deputy: string | null) =>
  all(`update account set away_from = '2026-03-09', away_to = '2026-03-10', deputy = $2 where id = $1`, [id, deputy]);
const openCase = (receivers: RungReceiver[], own: { assignee?: string; sms?: boolean; dueOn?: string } = {}) =>
  record(
    batchOf(1, 0, {
      rows: {
        tasks: [taskOf('t1', { assignee: own.assignee })],
        clocks: [clockOf({ dueOn: own.dueOn ?? '2026-03-16' })],
        rungs: [rungOf('half', { receivers, sms: own.sms ?? false })],
      },
    }),
  );
const told = async (): Promise<string[]> =>
  (await all<{ line: string }>(`select account || ' as ' || receiver as line from escalation order by account`)).map(
    ({ line }) => line,
  );

describe('a rung that is due', () => {
  it('tells every receiver once, in the inbox and in the record', async () => {
    await openCase(['holder', 'head', 'leader', 'supervise'], { assignee: 'yt-window' });
    expect(await fireDueRungs()).toEqual({ fired: 1, messages: 4 });
    expect(await told()).toEqual([
      'yt-head as head',
      'yt-leader as leader',
      'yt-supervise as supervise',
      'yt-window as holder',
    ]);
    expect(await all(`select text from message where account = 'yt-window'`)).toEqual([
      { text: `办件 ${caseNo}（转出）的法定时限将于 2026-03-16 到期` },
    ]);
    expect(await all('select state from rung')).toEqual([{ state: 'fired' }]);
  });

  it('fires once, however often and by however many it is looked for', async () => {
    await openCase(['holder', 'supervise'], { assignee: 'yt-window' });
    const runs = await Promise.all([fireDueRungs(), fireDueRungs(), fireDueRungs()]);
    expect(runs.reduce((sum, { messages }) => sum + messages, 0)).toBe(2);
    expect(await fireDueRungs()).toEqual({ fired: 0, messages: 0 });
    await all(`update rung set state = 'pending'`);
    expect(await fireDueRungs()).toEqual({ fired: 1, messages: 0 });
    expect(await all('select count(*)::int as n from message')).toEqual([{ n: 2 }]);
  });

  it('waits for its moment', async () => {
    await openCase(['holder'], { assignee: 'yt-window' });
    now = new Date('2026-03-09T00:29:59Z');
    expect(await fireDueRungs()).toEqual({ fired: 0, messages: 0 });
  });

  it.each([
    ['2026-03-09', '今日到期'],
    ['2026-03-06', '已于 2026-03-06 到期，现已超期'],
  ])('says how it stands when due on %s', async (dueOn, words) => {
    await openCase(['holder'], { assignee: 'yt-window', dueOn });
    await fireDueRungs();
    expect(await all<{ text: string }>('select text from message')).toEqual([
      { text: `办件 ${caseNo}（转出）的法定时限${words}` },
    ]);
  });

  it('tells one person once who holds two posts', async () => {
    await openCase(['holder', 'head'], { assignee: 'yt-head' });
    await fireDueRungs();
    expect(await told()).toEqual(['yt-head as holder']);
  });
});

describe('who is told', () => {
  it('is the head of the unit when nobody has claimed the work', async () => {
    await openCase(['holder']);
    await fireDueRungs();
    expect(await told()).toEqual(['yt-head as holder']);
    expect(await all<{ text: string }>('select text from message')).toEqual([
      { text: expect.stringContaining('尚无人认领') as string },
    ]);
  });

  it('is the supervisor of the agency when the unit has no head, and never another agency', async () => {
    await all(`delete from account where id = 'yt-head'`);
    await openCase(['holder', 'head']);
    await fireDueRungs();
    expect(await told()).toEqual(['yt-supervise as holder']);
  });

  it('is the deputy of who is away, and the deputy of the deputy', async () => {
    await account('yt-window2', ['window'], ['yt-hall']);
    await account('yt-window3', ['window'], ['yt-hall']);
    await away('yt-window', 'yt-window2');
    await away('yt-window2', 'yt-window3');
    await openCase(['holder'], { assignee: 'yt-window' });
    await fireDueRungs();
    expect(await told()).toEqual(['yt-window3 as holder']);
  });

  it('is the head when the holder is away without a deputy, or two are each other’s deputy', async () => {
    await account('yt-window2', ['window'], ['yt-hall']);
    await away('yt-window', 'yt-window2');
    await away('yt-window2', 'yt-window');
    await openCase(['holder'], { assignee: 'yt-window' });
    await fireDueRungs();
    expect(await told()).toEqual(['yt-head as holder']);
  });

  it('is the holder again the day after the leave', async () => {
    await away('yt-window', 'yt-head');
    await openCase(['holder'], { assignee: 'yt-window' });
    now = new Date('2026-03-10T16:00:00Z');
    await fireDueRungs();
    expect(await told()).toEqual(['yt-window as holder']);
  });

  it('is the post itself when the agency has nobody at all: nothing is lost', async () => {
    await all(`delete from account where agency = '370600'`);
    await openCase(['holder', 'leader']);
    expect(await fireDueRungs()).toEqual({ fired: 1, messages: 1 });
    expect(await all('select account, role, agency from message')).toEqual([
      { account: null, role: 'supervise', agency: '370600' },
    ]);
  });
});

describe('a rung that no longer concerns anybody', () => {
  it.each([
    ['the case is closed', { case: rowOf(2, { open: false, phase: 'concluded' }) }],
    ['the clock stands still', { clocks: [clockOf({ state: 'paused' })] }],
    ['the clock was met', { clocks: [clockOf({ state: 'met' })] }],
  ])('is not fired when %s', async (_why, rows: Partial<Batch['rows']>) => {
    await openCase(['holder'], { assignee: 'yt-window' });
    await record(batchOf(2, 1, { rows }));
    expect(await fireDueRungs()).toEqual({ fired: 0, messages: 0 });
    expect(await told()).toEqual([]);
  });

  it('fires after the conclusion for what was promised and is still owed', async () => {
    await openCase(['holder'], { assignee: 'yt-window' });
    const clocks = [clockOf({ kind: 'commitment' })];
    const rows = { case: rowOf(2, { open: false, phase: 'concluded' }), clocks, rungs: [rungOf('half')] };
    await record(batchOf(2, 1, { rows }));
    expect(await fireDueRungs()).toMatchObject({ fired: 1 });
  });

  it('fires when its clock goes on, even if it was looked for meanwhile', async () => {
    await openCase(['holder'], { assignee: 'yt-window' });
    await all(`update clock set state = 'paused'`);
    expect(await fireDueRungs()).toEqual({ fired: 0, messages: 0 });
    await record(batchOf(2, 1, { rows: { clocks: [clockOf()], rungs: [rungOf('half')] } }));
    expect(await fireDueRungs()).toEqual({ fired: 1, messages: 1 });
  });
});

describe('the record of escalations', () => {
  it('is append-only', async () => {
    await openCase(['holder'], { assignee: 'yt-window' });
    await fireDueRungs();
    await expect(all(`update escalation set account = 'x'`)).rejects.toThrow('append-only');
    await expect(all('delete from escalation')).rejects.toThrow('append-only');
    await expect(all('truncate escalation')).rejects.toThrow('append-only');
  });
});

describe('SMS', () => {
  const state = () =>
    all<{ state: string; attempts: number; last_error: string | null }>('select state, attempts, last_error from sms');

  it('goes to the telephone of the colleague once, under a key', async () => {
    await openCase(['holder'], { assignee: 'yt-window', sms: true });
    await fireDueRungs();
    expect(await sendPendingSms()).toEqual({ sent: 1, failed: 0 });
    expect(await sendPendingSms()).toEqual({ sent: 0, failed: 0 });
    expect(gateway.received).toEqual([
      {
        key: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        to: '13800138000',
        text: expect.stringContaining(caseNo) as string,
      },
    ]);
    expect(await state()).toEqual([{ state: 'sent', attempts: 1, last_error: null }]);
  });

  it('is tried again later under the same key when the reply was lost', async () => {
    await openCase(['holder'], { assignee: 'yt-window', sms: true });
    await fireDueRungs();
    gateway.statuses.push(500);
    expect(await sendPendingSms()).toEqual({ sent: 0, failed: 1 });
    expect(await state()).toEqual([{ state: 'pending', attempts: 1, last_error: 'OUTSIDE_FAILED' }]);
    expect(await sendPendingSms()).toEqual({ sent: 0, failed: 0 });
    now = new Date(now.getTime() + 31_000);
    expect(await sendPendingSms()).toEqual({ sent: 1, failed: 0 });
    expect(new Set(gateway.received.map(({ key }) => key)).size).toBe(1);
  });

  it('is given up when the gateway refuses it, and when there is no telephone', async () => {
    await openCase(['holder', 'supervise'], { assignee: 'yt-window', sms: true });
    await all(`update account set phone_sealed = null where id = 'yt-supervise'`);
    await fireDueRungs();
    gateway.statuses.push(400);
    expect(await sendPendingSms()).toEqual({ sent: 0, failed: 2 });
    expect((await state()).map(({ state }) => state).sort()).toEqual(['failed', 'unreachable']);
  });

  it('is taken by one of two senders only', async () => {
    await openCase(['holder', 'head', 'supervise'], { assignee: 'yt-window', sms: true });
    await fireDueRungs();
    const runs = await Promise.all([sendPendingSms(), sendPendingSms()]);
    expect(runs.reduce((sum, { sent }) => sum + sent, 0)).toBe(3);
    expect(gateway.received).toHaveLength(3);
  });

  it('to the applicant finds the person of the case', async () => {
    await all(
      `insert into person (id, agency, kind, name_sealed, name_masked, name_index, id_number_sealed, id_number_masked, id_number_index, subject, phone_sealed)
       values ('p1', '370600', 'person', '', '', '', '', '', '', '', $1)`,
      [cipher.seal('13900139000')],
    );
    const message = { key: '1-0', to: { applicant: true as const }, kind: 'accepted', text: '已受理', sms: true };
    await record(batchOf(1, 0, { rows: { messages: [message] } }));
    now = new Date(Date.now() + 1000);
    expect(await sendPendingSms()).toEqual({ sent: 1, failed: 0 });
    expect(gateway.received[0]).toMatchObject({ to: '13900139000', text: '已受理' });
  });
});
