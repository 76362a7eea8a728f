import { type FreshDatabase, freshDatabase } from '@due-process/entities';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { createRestrictApplicant } from '../admission/restrict-applicant';
import { createKeepRounds } from './keep-rounds';
import { createLookAtRound } from './look-at-round';
import { createRoundStore } from './round.store';

let db: FreshDatabase;
beforeAll(async () => (db = await freshDatabase()));
afterAll(() => db.drop());
beforeEach(() => db.pool.query('truncate acceptance_window, admission, round, restriction, case_file, message'));

const rows = async <T>(sql: string): Promise<T[]> => (await db.pool.query(sql)).rows as T[];

async function addRound(id: string, opens: string, closes: string): Promise<void> {
  await db.pool.query(
    `insert into acceptance_window (id, region, kind, item_codes, name, opens_on, closes_on, data)
     values ($1, '370600', 'designationRound', '{YT-10.1}', $1, $2, $3, '{"noticeOn": "2026-05-15", "listOn": "2099-07-01"}')`,
    [id, opens, closes],
  );
}

async function addCase(caseNo: string, windowId: string | null, receivedOn: string, open = true): Promise<void> {
  await db.pool.query(
    `insert into case_file (case_no, agency, item_code, subject, received_on, open) values ($1, '370600', 'YT-10.1', 's', $2, $3)`,
    [caseNo, receivedOn, open],
  );
  await db.pool.query(
    `insert into admission (case_no, region, kind, window_id, item_code, received_on) values ($1, '370600', 'designationRound', $2, 'YT-10.1', $3)`,
    [caseNo, windowId, receivedOn],
  );
}

const started: string[] = [];
const client = {
  workflow: { start: async (_: string, { workflowId }: { workflowId: string }) => started.push(workflowId) },
};
const keepRounds = (today: string) => createKeepRounds(db.pool, client as never, () => today)();

test('kept applications come into the next round that opens, and a round is carried on when it has closed', async () => {
  await addRound('first', '2026-03-01', '2026-03-31');
  await addRound('second', '2026-09-01', '2026-09-30');
  await addCase('A', null, '2026-02-10');
  await addCase('B', null, '2026-04-10');
  expect(await keepRounds('2026-02-20')).toMatchObject({ adopted: 0, started: 0 });
  expect(await keepRounds('2026-03-02')).toMatchObject({ adopted: 1, started: 0 });
  expect(await keepRounds('2026-04-01')).toMatchObject({ adopted: 0, started: 1 });
  expect(started).toEqual(['round-first']);
  expect(await keepRounds('2026-09-01')).toMatchObject({ adopted: 1 });
  expect(await rows('select case_no, window_id from admission order by case_no')).toEqual([
    { case_no: 'A', window_id: 'first' },
    { case_no: 'B', window_id: 'second' },
  ]);
});

test('tells every open application once of each step, those that do not answer at a later look', async () => {
  await addRound('round', '2026-03-01', '2026-03-31');
  for (const caseNo of ['A', 'B', 'C']) await addCase(caseNo, 'round', '2026-03-10');
  await addCase('D', 'round', '2026-03-10', false);
  const told: string[] = [];
  const silent = new Set(['B']);
  const look = createLookAtRound(
    createRoundStore(db.pool),
    async ({ step }, caseNo) => {
      if (silent.has(caseNo)) return false;
      told.push(`${caseNo} ${step}`);
      return true;
    },
    10_000,
  );
  const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') });
  const first = await environment.run(look, { windowId: 'round', limit: 50 });
  expect(first).toMatchObject({ told: 4, failed: 2, open: 3, finished: false });
  silent.clear();
  expect(await environment.run(look, { windowId: 'round', limit: 50 })).toMatchObject({ told: 2, failed: 0 });
  expect(told.sort()).toEqual(['A assessment', 'A notice', 'B assessment', 'B notice', 'C assessment', 'C notice']);
  await db.pool.query('update case_file set open = false');
  expect(await environment.run(look, { windowId: 'round', limit: 50 })).toMatchObject({ told: 0, finished: true });
  expect(await rows('select step from round')).toEqual([{ step: 'finished' }]);
  // An application of its days that is registered when the round is over is carried on as well.
  await db.pool.query(`update case_file set open = true where case_no = 'A'`);
  await db.pool.query(`update admission set told = '{}' where case_no = 'A'`);
  expect(await environment.run(look, { windowId: 'round', limit: 50 })).toMatchObject({ told: 2, finished: false });
  expect(told.slice(-2)).toEqual(['A assessment', 'A notice']);
});

test('a restriction asked for twice is one, by the subject of the case', async () => {
  await addCase('A', null, '2026-03-10');
  const restrict = createRestrictApplicant(db.pool);
  const input = {
    itemCodes: ['QD-9.1'],
    from: '2026-07-10',
    quantity: 1,
    unit: 'year',
    until: '2027-07-12',
    reason: '再次评估仍不合格',
  };
  const effect = { caseNo: 'A', agency: '370200', key: 'A:effect:restrictApplicant', input };
  await restrict(effect);
  await restrict(effect);
  expect(await rows('select subject, until::text from restriction')).toEqual([{ subject: 's', until: '2027-07-12' }]);
});
