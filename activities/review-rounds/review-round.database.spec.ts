import type { WorkCalendar } from '@due-process/contracts';
import { freshDatabase, type FreshDatabase } from '@due-process/entities';
import { createReviewRoundStore } from './review-round.store';

const year = (rest: string[]) => ({ published: true, rest, work: [] });
const calendar: WorkCalendar = {
  version: 'cn-1',
  years: { 2026: year(['10-01', '10-02', '10-05', '10-06', '10-07']), 2027: year(['01-01']) },
};
const rules = (agency: string, params: object) => JSON.stringify({ agency, params });

let db: FreshDatabase;
beforeAll(async () => (db = await freshDatabase()));
afterAll(() => db.drop());
beforeEach(async () => {
  await db.pool.query(
    'truncate case_file, clock, calendar_version, review_round, review_round_case, case_rules cascade',
  );
  await db.pool.query(
    "insert into calendar_version (version, ordinal, calendar, notices, state) values ('cn-1', 1, $1, '[]', 'published')",
    [JSON.stringify(calendar)],
  );
  await db.pool.query(
    `insert into case_rules (hash, item_code, edition, rules) values
       ('h1', 'YT-7', 'yantai-2020', $1), ('h2', 'YT-7', 'yantai-2020', $1), ('h3', 'YT-2.2', 'yantai-2020', $2)`,
    [rules('370600', { round: 'quarterReview' }), rules('370600', {})],
  );
});

const store = () => createReviewRoundStore(db.pool);
async function waiting(
  caseNo: string,
  startedOn: string,
  given: { open?: boolean; state?: string; item?: string } = {},
) {
  const { open = true, state = 'running', item = 'YT-7' } = given;
  await db.pool.query(
    `insert into case_file (case_no, agency, item_code, received_on, open) values ($1, '370600', $2, $3, $4)`,
    [caseNo, item, startedOn, open],
  );
  await db.pool.query(
    `insert into clock (case_no, id, start_fact, state, started_on) values ($1, 'quarterReview', 'roundAwaited:quarterReview', $2, $3)`,
    [caseNo, state, startedOn],
  );
}

test('a round opens on the first working day of its quarter, once, for items that have one', async () => {
  // 1 to 7 October are holidays; the 8th is the first working day.
  expect(await store().openDue('2026-10-07')).toBe(0);
  expect(await store().openDue('2026-10-08')).toBe(1);
  expect(await store().openDue('2026-10-09')).toBe(0);
  expect(await store().unfinished()).toEqual(['370600-YT-7-2026Q4']);
  expect(await store().find('370600-YT-7-2026Q4')).toMatchObject({ period: '2026Q4', reviewOn: '2026-10-08' });
});

test('a round missed for more than ten days is left to a person', async () => {
  expect(await store().openDue('2026-10-18')).toBe(1);
  await db.pool.query('truncate review_round');
  expect(await store().openDue('2026-10-19')).toBe(0);
});

test('it takes up the open cases that were waiting on its day, in pages', async () => {
  await store().openDue('2026-10-08');
  const round = (await store().find('370600-YT-7-2026Q4'))!;
  await waiting('c1', '2026-09-01');
  await waiting('c2', '2026-10-08');
  await waiting('c3', '2026-10-09');
  await waiting('c4', '2026-09-01', { open: false });
  await waiting('c5', '2026-09-01', { state: 'met' });
  await waiting('c6', '2026-09-01', { item: 'YT-2.2' });
  expect(await store().waiting(round, '', 10)).toEqual(['c1', 'c2']);
  expect(await store().waiting(round, '', 1)).toEqual(['c1']);
  expect(await store().waiting(round, 'c1', 1)).toEqual(['c2']);
});

test('who was told stays told; who could not be is counted with its last error', async () => {
  const { told, missed, finish } = store();
  await missed('r', 'c1', 'CASE_SILENT');
  await missed('r', 'c1', 'CASE_GONE');
  await told('r', 'c1');
  await missed('r', 'c2', 'CASE_SILENT');
  await told('r', 'c3');
  await told('r', 'c3');
  await finish('r');
  const { rows } = await db.pool.query(
    'select case_no, told_at is not null as told, failures, last_error from review_round_case order by case_no',
  );
  expect(rows).toEqual([
    { case_no: 'c1', told: true, failures: 2, last_error: null },
    { case_no: 'c2', told: false, failures: 1, last_error: 'CASE_SILENT' },
    { case_no: 'c3', told: true, failures: 0, last_error: null },
  ]);
});
