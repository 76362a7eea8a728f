import { CASE_CLASSES } from '@due-process/contracts';
import { type FreshDatabase, freshDatabase } from '@due-process/entities';
import fc from 'fast-check';

jest.setTimeout(60_000);

let db: FreshDatabase;
beforeAll(async () => (db = await freshDatabase()));
afterAll(() => db.drop());
beforeEach(() =>
  db.pool.query('truncate case_file, task, trouble, run_fault, repair, worker_beat, account, result_due, case_result'),
);

const sql = async <T>(text: string, values: unknown[] = []): Promise<T[]> => (await db.pool.query(text, values)).rows;

async function caseOf(caseNo: string, own: Record<string, unknown> = {}): Promise<void> {
  const row = {
    agency: '370600',
    phase: 'accepted',
    assignee: 'yt-window',
    unit: 'yt-hall',
    waiting_for: 'task',
    open: true,
  };
  await sql(
    `insert into case_file (case_no, agency, phase, assignee, unit, waiting_for, open)
     select $1, agency, phase, assignee, unit, waiting_for, open from jsonb_to_record($2::jsonb)
       as r (agency text, phase text, assignee text, unit text, waiting_for text, open boolean)`,
    [caseNo, JSON.stringify({ ...row, ...own })],
  );
}
const classes = () =>
  sql<{ case_no: string; class: string; cause: string }>('select case_no, class, cause from case_class');
const only = async () => {
  const rows = await classes();
  expect(rows).toHaveLength(1);
  return `${rows[0]?.class}:${rows[0]?.cause}`;
};

let serial = 0;
const facts = {
  trouble: (caseNo: string, activity = 'deliverLetter') =>
    sql(
      `insert into trouble (case_no, activity, key, attempt, code, since, at) values ($1, $2, 'k', 3, 'OUTSIDE_FAILED', now(), now())`,
      [caseNo, activity],
    ),
  fault: (caseNo: string, kind: string) =>
    sql(`insert into run_fault (case_no, kind, code) values ($1, $2, 'X')`, [caseNo, kind]),
  repair: (caseNo: string, kind = 'rebuild', state = 'done', until = '1 hour') =>
    sql(
      `insert into repair (repair_no, case_no, agency, kind, reason, state, class_before, seq_before, proposed_by, alarms_from, alarms_until)
       values ($5, $1, '370600', $2, 'r', $3, 'retrying', 1, 's', now(), now() + $4::interval)`,
      [caseNo, kind, state, until, `R${++serial}`],
    ),
  beat: (ago: string, queues = ['cases', 'effects', 'operations']) =>
    sql(`insert into worker_beat (identity, queue, at) select $2, unnest($3::text[]), now() - $1::interval`, [
      ago,
      `w${++serial}`,
      queues,
    ]),
  account: (id: string, away: string | null) =>
    sql(
      `insert into account (id, username, password_hash, display_name, agency, roles, units, away_from)
       values ($1, $1, '-', $1, '370600', '{window}', '{yt-hall}', $2)`,
      [id, away],
    ),
};

describe('the class of an open case', () => {
  it.each<[string, Record<string, unknown>]>([
    ['personsTurn:inHand', {}],
    ['personsTurn:unclaimed', { assignee: null }],
    ['personsTurn:applicant', { phase: 'awaitingSupplement' }],
    ['activityRunning:running', { waiting_for: 'effect' }],
    ['waitingForAgency:letter', { waiting_for: 'letter' }],
    ['waitingForTime:until', { waiting_for: 'until' }],
    ['nobodysTurn:noWait', { waiting_for: 'none' }],
  ])('is %s by what the case says of itself', async (expected, own) => {
    await facts.account('yt-window', null);
    await caseOf('A', own);
    expect(await only()).toBe(expected);
  });

  it('says that the holder is on leave', async () => {
    await facts.account('yt-window', '2020-01-01');
    await caseOf('A');
    expect(await only()).toBe('personsTurn:holderAway');
  });

  it('goes from bottom to top of the precedence as troubles come together, and back as they leave', async () => {
    await facts.beat('1 second');
    await caseOf('A');
    await facts.trouble('A');
    expect(await only()).toBe('retrying:attempt');
    await facts.fault('A', 'taskFailing');
    expect(await only()).toBe('workerFailing:taskFailing');
    await facts.trouble('A', 'record');
    expect(await only()).toBe('projectionBehind:unwritten');
    await facts.fault('A', 'runMissing');
    expect(await only()).toBe('nobodysTurn:runMissing');
    await facts.repair('A');
    expect(await only()).toBe('underRepair:rebuild');
    await sql(`update repair set alarms_until = now()`);
    expect(await only()).toBe('nobodysTurn:runMissing');
    await sql('truncate run_fault, trouble');
    expect(await only()).toBe('personsTurn:inHand');
  });

  it('is the workers’ when none has been heard of for 40 seconds, and nobody’s fault before the first', async () => {
    await caseOf('A');
    expect(await only()).toBe('personsTurn:inHand');
    await facts.beat('41 seconds');
    expect(await only()).toBe('workerFailing:noWorker');
    await facts.beat('5 seconds', ['cases']);
    expect(await only()).toBe('personsTurn:inHand');
    await caseOf('B', { waiting_for: 'effect' });
    expect((await classes()).find(({ case_no: no }) => no === 'B')?.class).toBe('workerFailing');
  });

  it('is none once the case is closed', async () => {
    await caseOf('A', { open: false });
    await facts.trouble('A');
    expect(await classes()).toEqual([]);
  });

  it('is exactly one of the known, whatever facts come together', async () => {
    const waits = fc.constantFrom('task', 'effect', 'letter', 'until', 'none', 'something');
    const some = fc.record({
      waitingFor: waits,
      phase: fc.constantFrom('accepted', 'awaitingSupplement', 'received'),
      claimed: fc.boolean(),
      troubles: fc.subarray(['deliverLetter', 'record', 'payBenefit']),
      faults: fc.subarray(['taskFailing', 'runMissing', 'runUnexpected']),
      repairs: fc.subarray(['proposed', 'confirmed', 'done', 'moved']),
      open: fc.boolean(),
    });
    await facts.beat('1 second');
    let n = 0;
    const expected: string[] = [];
    await fc.assert(
      fc.asyncProperty(some, async (one) => {
        const caseNo = `P${++n}`;
        await caseOf(caseNo, {
          waiting_for: one.waitingFor,
          phase: one.phase,
          open: one.open,
          assignee: one.claimed ? 'yt-window' : null,
        });
        for (const activity of one.troubles) await facts.trouble(caseNo, activity);
        for (const kind of one.faults) await facts.fault(caseNo, kind);
        for (const state of one.repairs) await facts.repair(caseNo, 'skip', state);
        if (one.open) expected.push(caseNo);
        const rows = await sql<{ class: string; cause: string }>(
          'select class, cause from case_class where case_no = $1',
          [caseNo],
        );
        expect(rows).toHaveLength(one.open ? 1 : 0);
        for (const row of rows) {
          expect(CASE_CLASSES).toContain(row.class);
          expect(row.cause).not.toBe('');
        }
      }),
      { numRuns: 60 },
    );
    const all = (await classes()).map((row) => row.case_no);
    expect(all.sort()).toEqual(expected.sort());
  });
});
