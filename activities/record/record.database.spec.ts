import type { Batch, RecordAnswer } from '@due-process/contracts';
import { eventHashOf, type FreshDatabase, freshDatabase } from '@due-process/entities';
import type { ApplicationFailure } from '@temporalio/common';
import { createRecordActivities } from '.';
import { batchOf, caseNo, clockOf, rowOf, rungOf, taskOf } from './batch.fixture';

jest.setTimeout(60_000);

const staleWriter = 'RECORD_STALE_WRITER';

let database: FreshDatabase;
let record: (batch: Batch) => Promise<RecordAnswer>;
beforeAll(async () => {
  database = await freshDatabase();
  ({ record } = createRecordActivities(database));
  await database.pool.query(
    `insert into calendar_version (version, ordinal, calendar, notices, state)
     values ('2026-1', 1, '{}', '[]', 'published'), ('2026-2', 2, '{}', '[]', 'published'), ('2027-1', 3, '{}', '[]', 'proposed')`,
  );
});
afterAll(() => database?.drop());
beforeEach(async () => {
  await database.pool.query(
    `alter table case_event disable trigger all; truncate case_event, case_file, task, clock, rung, message, sms;
     alter table case_event enable trigger all`,
  );
});

const all = async <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
  (await database.pool.query(sql, values)).rows;
const live = async (): Promise<string[]> =>
  (
    await all<{ line: string }>(
      `select seq || ' ' || (data->>'text') as line from case_event where voided_at is null and seq is not null order by seq`,
    )
  ).map(({ line }) => line);
const brokenLinks = (): Promise<unknown[]> =>
  all(
    `select entry from (select *, lag(hash) over (partition by case_no order by entry) as before from case_event) e
     where hash <> ${eventHashOf('e')} or prev_hash is distinct from before`,
  );

const abandoned = (): Batch =>
  batchOf(2, 1, {
    texts: ['lost', 'lost too'],
    rows: {
      tasks: [taskOf('lost')],
      clocks: [clockOf({ id: 'lost' })],
      rungs: [rungOf('half', { clockId: 'lost' })],
      messages: [
        { key: '2-0', to: { applicant: true }, kind: 'accepted', text: 'lost', sms: true },
        { key: '2-1', to: { unit: 'yt-hall' }, kind: 'accepted', text: 'lost', sms: false },
      ],
    },
  });

const replacing = (own: Parameters<typeof batchOf>[2] = {}): Batch =>
  batchOf(2, 2, { texts: ['kept'], ...own, rows: { tasks: [taskOf('t1')], clocks: [clockOf()], ...own.rows } });

const told = (key: string, text: string) => ({
  key,
  to: { applicant: true as const },
  kind: 'accepted',
  text,
  sms: true,
});

const behindItsBack = (sql: string) =>
  all(`alter table case_event disable trigger all; ${sql}; alter table case_event enable trigger all`);

const start = async (): Promise<void> => {
  await record(batchOf(1, 0, { rows: { tasks: [taskOf('t1')], clocks: [clockOf()] } }));
  await record(abandoned());
};

describe('a batch', () => {
  it('is written whole, and answered with its last number and the newest published calendar', async () => {
    const answer = await record(
      batchOf(1, 0, {
        texts: ['a', 'b'],
        rows: { tasks: [taskOf('t1')], clocks: [clockOf()], rungs: [rungOf('half')] },
      }),
    );
    expect(answer).toEqual({ seq: 2, digest: 'digest of b1-0', calendarVersion: '2026-2' });
    expect(await live()).toEqual(['1 a', '2 b']);
    expect(await all('select tab, sort_on::text, seq from case_file')).toEqual([
      { tab: 'conclusion', sort_on: '2026-03-16', seq: 2 },
    ]);
    expect(await all('select key, done from task')).toEqual([{ key: 't1', done: false }]);
    expect(await brokenLinks()).toEqual([]);
  });

  it('that comes again has no effect and gets the same answer, also after later ones', async () => {
    const first = batchOf(1, 0, { texts: ['a', 'b'] });
    const answer = await record(first);
    await record(batchOf(3, 1));
    expect(await record(first)).toEqual(answer);
    expect(await live()).toEqual(['1 a', '2 b', '3 a']);
    expect(await all('select seq from case_file')).toEqual([{ seq: 3 }]);
  });

  it('is written once when it comes twice at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => record(batchOf(1, 0, { texts: ['a', 'b'] }))));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await live()).toEqual(['1 a', '2 b']);
  });

  it('of no events changes rows alone', async () => {
    await record(batchOf(1, 0));
    const answer = await record(batchOf(2, 1, { texts: [], rows: { case: rowOf(1, { paused: true }) } }));
    expect(answer).toMatchObject({ seq: 1 });
    expect(await all('select tab from case_file')).toEqual([{ tab: 'paused' }]);
  });
});

describe('another batch at an occupied place', () => {
  it('asks for the whole projection first, and writes nothing', async () => {
    await start();
    expect(await record(replacing())).toMatchObject({ needsFull: true, seq: 3 });
    expect(await live()).toEqual(['1 a', '2 lost', '3 lost too']);
  });

  it('voids the abandoned rows in the open and replaces them with what followed from them', async () => {
    await start();
    const message = { key: '2-0', to: { applicant: true as const }, kind: 'accepted', text: 'kept', sms: true };
    const batch = replacing({ full: true, rows: { messages: [message] } });
    expect(await record(batch)).toEqual({ seq: 2, digest: 'digest of b2-2', calendarVersion: '2026-2' });
    expect(await live()).toEqual(['1 a', '2 kept']);
    expect(await all(`select entry, seq, type, voided_by from case_event order by entry`)).toEqual([
      { entry: 1, seq: 1, type: 'noteAdded', voided_by: null },
      { entry: 2, seq: 2, type: 'noteAdded', voided_by: 'b2-2' },
      { entry: 3, seq: 3, type: 'noteAdded', voided_by: 'b2-2' },
      { entry: 4, seq: null, type: 'batchVoided', voided_by: null },
      { entry: 5, seq: 2, type: 'noteAdded', voided_by: null },
    ]);
    expect(await all(`select data->'voided' as voided from case_event where entry = 4`)).toEqual([
      { voided: [2, 3].map((entry) => ({ entry, seq: entry, batchId: 'b2-1' })) },
    ]);
    expect(await brokenLinks()).toEqual([]);
    expect(await all('select key from task')).toEqual([{ key: 't1' }]);
    expect(await all('select id from clock')).toEqual([{ id: 'total' }]);
    expect(await all('select * from rung')).toEqual([]);
    expect(await all('select key, text from message')).toEqual([{ key: '2-0', text: 'kept' }]);
    expect(await all('select text from sms')).toEqual([{ text: 'kept' }]);
    expect(await record(batch)).toMatchObject({ seq: 2, digest: 'digest of b2-2' });
    expect(await record(batchOf(3, 3))).toMatchObject({ seq: 3 });
  });

  it('does not tell the applicant again what was sent already, but tells what is different', async () => {
    await start();
    await all(`update sms set state = 'sent'`);
    await record(replacing({ full: true, rows: { messages: [told('2-0', 'lost'), told('2-1', 'kept')] } }));
    expect(await all('select text, state from sms order by text')).toEqual([
      { text: 'kept', state: 'pending' },
      { text: 'lost', state: 'sent' },
    ]);
  });

  it('is refused for now when it comes from an older task', async () => {
    await start();
    await record(replacing({ full: true }));
    const late = batchOf(2, 1, { batchId: 'older', texts: ['late'], full: true });
    await expect(record(late)).rejects.toMatchObject({ type: staleWriter, nonRetryable: false });
    expect(await live()).toEqual(['1 a', '2 kept']);
  });

  it('stands still when it would replace what several tasks have written, for those were answered', async () => {
    await start();
    await record(replacing({ full: true }));
    await record(batchOf(3, 10, { batchId: 'later', texts: ['answered'] }));
    const behind = batchOf(2, 20, { batchId: 'behind', texts: ['forgetful'], full: true });
    await expect(record(behind)).rejects.toMatchObject({ type: 'RECORD_RUN_BEHIND', nonRetryable: false });
    expect(await live()).toEqual(['1 a', '2 kept', '3 answered']);
  });

  it('replaces also under the same id, when the task ran again with another result', async () => {
    await start();
    const again = { ...abandoned(), writtenAt: '2026-03-02T01:05:00.000Z', digest: 'other instants' };
    expect(await record(again)).toMatchObject({ needsFull: true });
    expect(await record({ ...again, full: true })).toMatchObject({ seq: 3, digest: 'other instants' });
    expect(await brokenLinks()).toEqual([]);
  });

  it('wins or loses whole when two meet: the younger stands', async () => {
    for (let round = 0; round < 10; round++) {
      await database.pool.query(
        'alter table case_event disable trigger all; truncate case_event, case_file; alter table case_event enable trigger all',
      );
      await record(batchOf(1, 0));
      const older = record(batchOf(2, 1, { texts: ['older'], full: true }));
      const younger = record(batchOf(2, 2, { texts: ['younger'], full: true }));
      const [first, second] = await Promise.allSettled([older, younger]);
      expect(second.status).toBe('fulfilled');
      expect(first.status === 'rejected' ? (first.reason as ApplicationFailure).type : staleWriter).toBe(staleWriter);
      expect(await live()).toEqual(['1 a', '2 younger']);
      expect(await brokenLinks()).toEqual([]);
    }
  });
});

describe('a gap', () => {
  it('is answered with the first missing number, and nothing is written', async () => {
    await record(batchOf(1, 0));
    expect(await record(batchOf(5, 1))).toMatchObject({ behindAt: 2, seq: 1 });
    expect(await record(batchOf(5, 1, { restores: { from: 4, to: 5 }, full: true }))).toMatchObject({ behindAt: 2 });
    expect(await live()).toEqual(['1 a']);
  });

  it('is bridged by a batch that restores it, with the whole projection', async () => {
    await record(batchOf(1, 0, { rows: { tasks: [taskOf('gone')] } }));
    const bridge = batchOf(5, 1, {
      texts: ['restored'],
      restores: { from: 2, to: 5 },
      rows: { tasks: [taskOf('t5')] },
    });
    expect(await record(bridge)).toMatchObject({ needsFull: true });
    expect(await record({ ...bridge, full: true })).toMatchObject({ seq: 5 });
    expect(await record({ ...bridge, full: true })).toMatchObject({ seq: 5 });
    expect(await live()).toEqual(['1 a', '5 restored']);
    expect(await all('select key from task')).toEqual([{ key: 't5' }]);
    expect(await record(batchOf(6, 2))).toMatchObject({ seq: 6 });
  });
});

describe('rungs', () => {
  it('follow their clock while pending, and stay fired once fired', async () => {
    await record(
      batchOf(1, 0, {
        rows: { clocks: [clockOf()], rungs: [rungOf('half'), rungOf('due'), rungOf('long ago', { state: 'past' })] },
      }),
    );
    await all(`update rung set state = 'fired' where rung = 'half'`);
    const at = '2026-03-20T00:30:00.000Z';
    await record(
      batchOf(2, 1, { rows: { clocks: [clockOf()], rungs: [rungOf('half', { at }), rungOf('due', { at })] } }),
    );
    const rungs = `select rung, state, at::date::text as day from rung order by rung`;
    expect(await all(rungs)).toEqual([
      { rung: 'due', state: 'pending', day: '2026-03-20' },
      { rung: 'half', state: 'fired', day: '2026-03-09' },
      { rung: 'long ago', state: 'past', day: '2026-03-09' },
    ]);
    await record(batchOf(3, 2, { rows: { clocks: [clockOf({ state: 'met' })] } }));
    expect(await all(`select rung from rung where state = 'pending'`)).toEqual([]);
    await record(batchOf(4, 3, { rows: { clocks: [clockOf({ arming: 2 })], rungs: [rungOf('half', { arming: 2 })] } }));
    expect(await all(`select rung, arming from rung where state = 'pending'`)).toEqual([{ rung: 'half', arming: 2 }]);
  });
});

describe('the journal', () => {
  it('is append-only: no event is changed, deleted, unvoided or swept away', async () => {
    await record(batchOf(1, 0));
    await record(batchOf(2, 1));
    await record(batchOf(2, 2, { full: true }));
    const appendOnly = /append-only/;
    await expect(all(`update case_event set data = '{}' where entry = 1`)).rejects.toThrow(appendOnly);
    await expect(all(`update case_event set voided_at = now(), data = '{}' where entry = 1`)).rejects.toThrow(
      appendOnly,
    );
    await expect(all(`update case_event set voided_at = null where entry = 2`)).rejects.toThrow(appendOnly);
    await expect(all(`update case_event set voided_at = now() where entry = 2`)).rejects.toThrow(appendOnly);
    await expect(all(`delete from case_event where entry = 1`)).rejects.toThrow(appendOnly);
    await expect(all(`truncate case_event`)).rejects.toThrow(appendOnly);
  });

  it('shows a change made behind its back, in the event or in the order', async () => {
    await record(batchOf(1, 0, { texts: ['a', 'b', 'c'] }));
    await behindItsBack(`update case_event set data = '{"text": "forged"}' where entry = 2`);
    expect(await brokenLinks()).toEqual([{ entry: 2 }]);
    await behindItsBack(`delete from case_event where entry = 2`);
    expect(await brokenLinks()).toEqual([{ entry: 3 }]);
  });

  it('keeps every character a person can have, and never refuses one it cannot keep', async () => {
    const texts = ['𠮷野·㙓', '" \\ \n \\u0000', '\0 \uD842 end', '字'.repeat(100_000)];
    expect(await record(batchOf(1, 0, { texts }))).toMatchObject({ seq: 4 });
    const kept = (await all<{ text: string }>(`select data->>'text' as text from case_event order by seq`)).map(
      (e) => e.text,
    );
    expect(kept).toEqual([texts[0], texts[1], '\uFFFD \uFFFD end', texts[3]]);
    expect(await brokenLinks()).toEqual([]);
  });

  it('refuses nothing for its content: rows of one key, unknown words, missing parts', async () => {
    const rows = {
      tasks: [taskOf('t1', { name: 'first' }), taskOf('t1', { name: 'last' })],
      clocks: [clockOf({ unit: undefined })],
    };
    const strange = rowOf(1, { phase: 'unheardOf', personId: undefined, dueOn: null });
    await record(batchOf(1, 0, { rows: { ...rows, case: strange, rungs: [rungOf('x'), rungOf('x')] } }));
    expect(await all('select name from task')).toEqual([{ name: 'last' }]);
    expect(await all('select sort_on::text from case_file where case_no = $1', [caseNo])).toEqual([
      { sort_on: '9999-12-30' },
    ]);
  });

  it('hides content when the database fails', async () => {
    const broken = batchOf(1, 0, { rows: { case: rowOf(1, { receivedOn: '欧阳' }) } });
    await expect(record(broken)).rejects.toMatchObject({ message: expect.not.stringContaining('欧阳') as string });
  });
});
