import { type FreshDatabase, freshDatabase } from '@due-process/entities';
import type { EngineEyes } from './engine-eyes';
import { createRunFaultStore } from './run-fault.store';
import { createSweepEngine } from './sweep-engine';

jest.setTimeout(60_000);

let db: FreshDatabase;
beforeAll(async () => (db = await freshDatabase()));
afterAll(() => db.drop());

/** An engine as the sweep sees it. */
const engine = { failing: [] as string[], running: new Set<string>(), closed: [] as string[], fresh: [] as string[] };
const eyes: EngineEyes = {
  failing: async () => engine.failing,
  running: async () => [...engine.running],
  startedSince: async (since) => (Date.now() - since.getTime() < 90_000 ? engine.fresh : [...engine.running]),
  closedSince: async () => engine.closed,
  isRunning: async (caseNo) => engine.running.has(caseNo),
  pendingActivities: async () => new Set(['deliverLetter']),
  failureOf: async () => ({ code: 'WORKFLOW_WORKER_UNHANDLED_FAILURE', detail: '×3 boom' }),
  queues: async () => [{ queue: 'cases', type: 'workflow', backlog: 7, oldestSeconds: 3, pollers: 1 }],
};
const look = () => createSweepEngine(eyes, createRunFaultStore(db.pool))();
const faults = async () =>
  (await db.pool.query<{ line: string }>(`select case_no || ' ' || kind as line from run_fault order by 1`)).rows.map(
    ({ line }) => line,
  );
beforeEach(async () => {
  Object.assign(engine, { failing: [], running: new Set(['A', 'B']), closed: [], fresh: [] });
  await db.pool.query('truncate case_file, run_fault, sweep, trouble');
  await db.pool.query(`insert into case_file (case_no) values ('A'), ('B')`);
});

test('a run whose task fails is noted with its error, and forgotten when it goes on', async () => {
  engine.failing = ['A'];
  expect(await look()).toEqual({ found: 1, cleared: 0 });
  const { rows } = await db.pool.query('select code, detail from run_fault');
  expect(rows).toEqual([{ code: 'WORKFLOW_WORKER_UNHANDLED_FAILURE', detail: '×3 boom' }]);
  engine.failing = [];
  expect(await look()).toEqual({ found: 0, cleared: 1 });
  expect(await faults()).toEqual([]);
});

test('a case whose run was ended behind the system’s back is noted at the next look, until it runs again', async () => {
  await look();
  engine.running.delete('B');
  expect(await look()).toEqual({ found: 0, cleared: 0 });
  engine.closed = ['B'];
  await look();
  expect(await faults()).toEqual(['B runMissing']);
  engine.closed = [];
  await look();
  expect(await faults()).toEqual(['B runMissing']);
  engine.running.add('B');
  await look();
  expect(await faults()).toEqual([]);
});

test('a case without any run is found by the hourly comparison of everything', async () => {
  engine.running.delete('B');
  await look();
  expect(await faults()).toEqual(['B runMissing']);
});

test('a run that closed because its case had ended is no fault', async () => {
  await look();
  await db.pool.query(`update case_file set ended = true, open = false where case_no = 'B'`);
  engine.running.delete('B');
  engine.closed = ['B'];
  expect(await look()).toEqual({ found: 0, cleared: 0 });
});

test('a run without an open case is noted, but not in its first minute', async () => {
  engine.running.add('C');
  engine.fresh = ['C'];
  await look();
  expect(await faults()).toEqual([]);
  engine.fresh = [];
  await look();
  expect(await faults()).toEqual(['C runUnexpected']);
});

test('a trouble whose effect nobody tries any more is taken away, one that is tried stays', async () => {
  await db.pool.query(
    `insert into trouble (case_no, activity, key, attempt, code, since, at) select 'A', a, '', 1, 'X', now(), now() - interval '1 minute'
     from unnest(array['deliverLetter', 'payBenefit']) a`,
  );
  await look();
  expect((await db.pool.query('select activity from trouble')).rows).toEqual([{ activity: 'deliverLetter' }]);
});

test('what waits in the queues is kept with its instant', async () => {
  await look();
  expect((await db.pool.query('select queue, backlog, oldest_seconds from queue_state')).rows).toEqual([
    { queue: 'cases', backlog: 7, oldest_seconds: 3 },
  ]);
});
