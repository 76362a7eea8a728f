import type { WorkCalendar } from '@due-process/contracts';
import { type FreshDatabase, freshDatabase } from '@due-process/entities';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { redatingActivities } from './redating.activities';
import type { Told } from './tell-case';

const year = (rest: string[]) => ({ published: true, rest, work: [] });
const before: WorkCalendar = { version: 'cn-1', years: { 2026: year(['10-01']), 2027: year([]) } };
const after: WorkCalendar = { version: 'cn-2', years: { 2026: year(['10-01']), 2027: year(['02-08', '02-09']) } };

const quiet = () => new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') });

let db: FreshDatabase;
beforeAll(async () => (db = await freshDatabase()));
afterAll(() => db.drop());
beforeEach(async () => {
  await db.pool.query('truncate case_file, calendar_version, redating, redating_failure');
  for (const [at, calendar] of [before, after].entries()) {
    await db.pool.query(
      "insert into calendar_version (version, ordinal, calendar, notices, state) values ($1, $2, $3, '[]', 'published')",
      [calendar.version, at + 1, JSON.stringify(calendar)],
    );
  }
});

async function addCase(caseNo: string, horizonOn: string | null, changes: { open?: boolean; version?: string } = {}) {
  await db.pool.query(
    `insert into case_file (case_no, received_on, horizon_on, calendar_version, open) values ($1, '2026-12-01', $2, $3, $4)`,
    [caseNo, horizonOn, changes.version ?? 'cn-1', changes.open ?? true],
  );
}

/** Stands for the case's workflow: it writes the version it now counts by, and remembers who was told how often. */
function cases() {
  const told: string[] = [];
  const broken = new Set<string>();
  const tell = async (
    { calendar }: { calendar: WorkCalendar },
    { case_no: caseNo }: { case_no: string },
  ): Promise<Told> => {
    if (broken.has(caseNo)) return { code: 'CASE_SILENT' };
    told.push(caseNo);
    await db.pool.query('update case_file set calendar_version = $2 where case_no = $1', [caseNo, calendar.version]);
    return 'told';
  };
  return { told, broken, ...redatingActivities({ pool: db.pool, redatesPerSecond: 10_000 }, tell) };
}

const progress = async () => {
  const { rows } = await db.pool.query<Record<string, unknown>>(
    'select expected, told, failed, state, cursor, affected_from::text from redating',
  );
  return rows[0];
};

test('tells exactly the open cases of an older calendar whose clocks reach the first changed day', async () => {
  await addCase('A', '2027-02-07');
  await addCase('B', '2027-02-08');
  await addCase('C', '2027-06-30');
  await addCase('D', '2027-06-30', { open: false });
  await addCase('E', '2027-06-30', { version: 'cn-2' });
  await addCase('F', null);
  await addCase('G', '2027-02-08', { version: 'unknown' });
  const { told, redatePage, finishRedating } = cases();

  const page = await quiet().run(redatePage, { proposal: 'cn-2', limit: 100 });

  expect(page).toEqual({ told: 3, failed: 0, last: 'G', done: true });
  expect(told.sort()).toEqual(['B', 'C', 'G']);
  expect(await finishRedating({ proposal: 'cn-2' })).toEqual({ remaining: 0 });
  expect(await progress()).toEqual({
    expected: 3,
    told: 3,
    failed: 0,
    state: 'finished',
    cursor: 'G',
    affected_from: '0001-01-01',
  });
});

test('goes through the list page by page, each case once', async () => {
  for (let n = 10; n < 35; n++) await addCase(`N${n}`, '2027-03-01');
  const { told, redatePage } = cases();
  let after: string | undefined;
  for (let done = false; !done;) {
    const input = { proposal: 'cn-2', limit: 10, ...(after && { after }) };
    const page = (await quiet().run(redatePage, input)) as Awaited<ReturnType<typeof redatePage>>;
    ({ done } = page);
    after = page.last ?? after;
  }
  expect(told).toHaveLength(25);
  expect(new Set(told).size).toBe(25);
  expect(await progress()).toMatchObject({ expected: 25, told: 25, cursor: 'N34' });
});

test('cut off in the middle of a page and run again, tells nobody twice and loses nobody', async () => {
  for (let n = 100; n < 160; n++) await addCase(`N${n}`, '2027-03-01');
  const first = cases();
  const environment = quiet();
  environment.on('heartbeat', () => {
    if (first.told.length >= 20) environment.cancel();
  });
  await expect(environment.run(first.redatePage, { proposal: 'cn-2', limit: 60 })).rejects.toMatchObject({
    type: 'REDATING_INTERRUPTED',
  });
  expect(first.told.length).toBeLessThan(60);

  const second = cases();
  await quiet().run(second.redatePage, { proposal: 'cn-2', limit: 60 });
  expect([...first.told, ...second.told].sort()).toEqual(Array.from({ length: 60 }, (_, n) => `N${n + 100}`));
  expect(await second.finishRedating({ proposal: 'cn-2' })).toEqual({ remaining: 0 });
  expect(await progress()).toMatchObject({ expected: 60, told: 60, state: 'finished' });
});

test('a case that does not answer is listed with its reason and told in a later round', async () => {
  await addCase('A', '2027-03-01');
  await addCase('B', '2027-03-01');
  const run = cases();
  run.broken.add('B');
  const page = () => quiet().run(run.redatePage, { proposal: 'cn-2', limit: 10 });
  expect(await page()).toMatchObject({ told: 1, failed: 1 });
  expect(await page()).toMatchObject({ told: 0, failed: 1 });
  expect(await run.finishRedating({ proposal: 'cn-2' })).toEqual({ remaining: 1 });
  expect(await progress()).toMatchObject({ failed: 1, state: 'running' });
  const { rows } = await db.pool.query('select case_no, attempts, last_error, resolved_at from redating_failure');
  expect(rows).toEqual([{ case_no: 'B', attempts: 2, last_error: 'CASE_SILENT', resolved_at: null }]);

  run.broken.clear();
  await page();
  expect(await run.finishRedating({ proposal: 'cn-2' })).toEqual({ remaining: 0 });
  expect(await progress()).toMatchObject({ told: 2, failed: 0, state: 'finished' });
});

test('a case that closed meanwhile is passed over, one whose run is missing is not', async () => {
  await addCase('A', '2027-03-01');
  await addCase('B', '2027-03-01');
  const { redatePage } = redatingActivities(
    { pool: db.pool, redatesPerSecond: 10_000 },
    async (_, { case_no: caseNo }) => {
      if (caseNo === 'A') await db.pool.query("update case_file set open = false where case_no = 'A'");
      return 'gone';
    },
  );
  expect(await quiet().run(redatePage, { proposal: 'cn-2', limit: 10 })).toMatchObject({
    told: 0,
    failed: 1,
  });
  const { rows } = await db.pool.query('select case_no, last_error from redating_failure');
  expect(rows).toEqual([{ case_no: 'B', last_error: 'CASE_GONE' }]);
});

test('an unknown proposal is refused for good', async () => {
  const { redatePage } = cases();
  await expect(quiet().run(redatePage, { proposal: 'nothing', limit: 10 })).rejects.toMatchObject({
    type: 'CALENDAR_UNKNOWN',
    nonRetryable: true,
  });
});
