import type { Batch, CaseEvent, ClockState } from '@due-process/contracts';
import { digestOf, isOpen, isWorkingDay, projectRows } from '@due-process/domain';
import { type FreshDatabase, freshDatabase } from '@due-process/entities';
import fc from 'fast-check';
import { calendar, caseStart, openCommand, people, Played, PureRun, morning } from '../../test/factories';
import { createRecordActivities } from '../record';
import { createCollectResults } from './collect-results';

jest.setTimeout(90_000);

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
  await db.pool.query(
    `insert into calendar_version (version, ordinal, calendar, notices, state) values ($1, 1, $2, '[]', 'published') on conflict do nothing`,
    [calendar.version, calendar],
  );
});
afterAll(() => db.drop());

const { window, review, secondReview, head } = people;

/** Day of each step and which way it goes: short enough to end, varied enough to be late, sent back, supplemented, refused. */
interface Course {
  supplement: boolean;
  lag: number[];
  end: 'approve' | 'withdrawOnce' | 'terminate';
}
const course: fc.Arbitrary<Course> = fc.record({
  supplement: fc.boolean(),
  lag: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 4, maxLength: 4 }),
  end: fc.constantFrom('approve', 'withdrawOnce', 'terminate'),
});

let serial = 0;
const dayAfter = (lag: number): string => new Date(Date.UTC(2026, 2, 2 + lag)).toISOString().slice(0, 10);

function play({ supplement, lag, end }: Course): Played {
  const start = caseStart(undefined, { caseNo: `3706000012026030200${String(++serial).padStart(5, '0')}` });
  const played = new Played(new PureRun(start));
  played.run.open(openCommand(supplement ? { materials: [] } : {}), morning('2026-03-02'));
  let day = 0;
  const next = (at: number): Played => played.on(dayAfter((day += lag[at] ?? 0)));
  if (supplement) {
    next(0).does(window, 'requestSupplement');
    const missing = Object.values(played.state.rules.materials).map(({ id }) => ({ id, status: 'received' as const }));
    next(1).does(window, 'receiveSupplement', { materials: missing });
  }
  next(1).does(window, 'accept');
  if (end === 'terminate') next(2).does(head, 'terminate', { reason: '重复登记' });
  else {
    next(2).does(review, 'approve');
    if (end === 'withdrawOnce') {
      played.does(review, 'withdraw');
      played.does(review, 'approve');
    }
    next(3).does(secondReview, 'confirm');
  }
  return played;
}

async function record(played: Played): Promise<void> {
  const { state } = played;
  const { events } = played.run;
  const batch: Batch = {
    caseNo: state.caseNo,
    fromSeq: 1,
    batchId: `whole ${state.caseNo}`,
    writtenAt: new Date().toISOString(),
    runId: 'r',
    digest: digestOf(state),
    events,
    rows: projectRows(undefined, state, events),
  };
  await createRecordActivities(db).record(batch);
}

/** The numbers again, from nothing but the events. */
function recount(events: readonly CaseEvent[]) {
  const clocks = new Map<string, ClockState>();
  const count = (type: string): number => events.filter((event) => event.type === type).length;
  for (const event of events) {
    if (event.type === 'clockStarted') clocks.set(event.data.clock.id, event.data.clock);
    if (event.type === 'clockEnded') Object.assign(clocks.get(event.data.id) ?? {}, { ...event.data });
    if (event.type === 'clockRedated' && event.data.extendedBy !== undefined)
      Object.assign(clocks.get(event.data.id) ?? {}, { extendedBy: event.data.extendedBy });
  }
  const of = (kind: string) => {
    const ended = [...clocks.values()].filter((one) => one.kind === kind && ['met', 'overrun'].includes(one.state));
    const last = ended.sort((a, b) => (b.endedOn ?? '').localeCompare(a.endedOn ?? '') || a.id.localeCompare(b.id))[0];
    return last
      ? { days: last.quantity + last.extendedBy, used: last.used, inTime: ended.every((one) => one.state === 'met') }
      : { days: null, used: null, inTime: null };
  };
  const supplements = count('supplementRequested');
  return {
    statutory: of('statutory'),
    promised: of('promised'),
    supplements,
    secondNotices: Math.max(supplements - 1, 0),
    returns: count('sentBack'),
  };
}

test('the numbers of every closed case are those of a recount from its events', async () => {
  const courses = fc.sample(course, 60);
  const all = courses.map(play);
  for (const played of all) await record(played);
  const closed = all.filter(({ state }) => !isOpen(state));
  expect(closed.length).toBeGreaterThan(50);
  expect(await createCollectResults(db.pool)()).toEqual({ taken: closed.length });
  const { rows } = await db.pool.query(
    `select case_no, person, statutory_days, statutory_used, statutory_in_time, promised_days, promised_used, promised_in_time,
            supplements, second_notices, returns from case_result`,
  );
  const known = new Map(rows.map((row) => [row.case_no, row]));
  for (const { state, run } of closed) {
    const { statutory, promised, ...counts } = recount(run.events);
    expect(known.get(state.caseNo)).toEqual({
      case_no: state.caseNo,
      person: window.id,
      statutory_days: statutory.days,
      statutory_used: statutory.used,
      statutory_in_time: statutory.inTime,
      promised_days: promised.days,
      promised_used: promised.used,
      promised_in_time: promised.inTime,
      supplements: counts.supplements,
      second_notices: counts.secondNotices,
      returns: counts.returns,
    });
  }
  const late = closed.filter(({ run }) => recount(run.events).statutory.inTime === false);
  expect([late.length > 0, late.length < closed.length]).toEqual([true, true]);
});

/** Working days from receipt to conclusion, one by one. */
function wholeTime({ state }: Played): number {
  let days = 0;
  for (
    let day = Date.parse(state.receivedOn) + 86_400_000;
    day <= Date.parse(state.concludedOn ?? '');
    day += 86_400_000
  )
    if (isWorkingDay(state.calendar, new Date(day).toISOString().slice(0, 10))) days++;
  return days;
}

test('the days at the places of the chart are together all working days from receipt to conclusion, place by place as the events tell', async () => {
  const one = play({ supplement: true, lag: [1, 8, 2, 5], end: 'withdrawOnce' });
  await record(one);
  await createCollectResults(db.pool)();
  const { rows } = await db.pool.query<{ step: string; days: number }>(
    'select step, days from case_step where case_no = $1 order by step',
    [one.state.caseNo],
  );
  // 3月3日告知；4—11日补正 6 日；12—19日受理 6 日；20日、21日（周六）审核、撤回再审核；22—26日复核
  expect(rows).toEqual([
    { step: 'applicant', days: 6 },
    { step: 'intake', days: 7 },
    { step: 'review', days: 1 },
    { step: 'secondReview', days: 4 },
  ]);
  const { rows: ways } = await db.pool.query<{ path: string[] }>('select path from case_result where case_no = $1', [
    one.state.caseNo,
  ]);
  expect(ways[0]?.path).toEqual(['intake', 'applicant', 'intake', 'review', 'secondReview', 'review', 'secondReview']);

  const several = fc.sample(course, 20).map(play);
  for (const played of several) await record(played);
  await createCollectResults(db.pool)();
  for (const played of several.filter(({ state }) => !isOpen(state))) {
    const { rows: sum } = await db.pool.query<{ days: number }>(
      'select sum(days)::int as days from case_step where case_no = $1',
      [played.state.caseNo],
    );
    expect(sum[0]?.days).toBe(wholeTime(played));
  }
});

test('they are taken once, and go when the closing was voided', async () => {
  expect(await createCollectResults(db.pool)()).toEqual({ taken: 0 });
  const { rows } = await db.pool.query<{ case_no: string }>('select case_no from case_result limit 1');
  await db.pool.query('update case_file set open = true where case_no = $1', [rows[0]?.case_no]);
  for (const table of ['case_result', 'case_step'])
    expect((await db.pool.query(`select 1 from ${table} where case_no = $1`, [rows[0]?.case_no])).rowCount).toBe(0);
  await db.pool.query('update case_file set open = false where case_no = $1', [rows[0]?.case_no]);
  expect(await createCollectResults(db.pool)()).toEqual({ taken: 1 });
});
