import type { FlowStep } from '@due-process/contracts';
import { startApi, type RunningApi, type Visitor } from '../test/start-api';

jest.setTimeout(90_000);

let api: RunningApi;
let supervisor: Visitor, clerk: Visitor, elsewhere: Visitor;
beforeAll(async () => {
  api = await startApi();
  [supervisor, clerk, elsewhere] = await Promise.all([
    api.signIn('yt-supervise'),
    api.signIn('yt-window'),
    api.signIn('qd-supervise'),
  ]);
  await rows();
});
afterAll(() => api.close());

/** Ten closed transfers: eight straight through, two supplemented; and five open ones. */
async function rows(): Promise<void> {
  const sql = (text: string) => api.database.pool.query(text);
  await sql(`insert into case_result (case_no, agency, unit, person, item_code, outcome, concluded_on, path)
    select 'R' || n, '370600', 'yantai-shizhi', case when n <= 4 then 'yt-window' else 'yt-review' end, 'YT-2.2', 'completed', '2026-03-01'::date + n,
      case when n <= 8 then '{intake,review,receive:contactLetter}'::text[] else '{intake,applicant,intake,review,receive:contactLetter}' end
    from generate_series(1, 10) n`);
  await sql(`insert into case_step (case_no, step, agency, item_code, person, concluded_on, days)
    select x.case_no, step, x.agency, x.item_code, x.person, x.concluded_on,
      case step when 'intake' then 1 when 'review' then substr(x.case_no, 2)::int when 'applicant' then 5 else 2 end
    from case_result x cross join lateral (select distinct unnest(x.path) as step) s`);
  await sql(`insert into clock (case_no, id, arming, kind, name, quantity, unit, state, ended_on)
    select case_no, 'reviewStep', 1, 'step', '审核', 3, 'workingDay', case when substr(case_no, 2)::int > 3 then 'overrun' else 'met' end, concluded_on from case_result`);
  await sql(`insert into case_file (case_no, item_code, agency, office_id, applicant_masked, phase, unit, assignee, stage_name, waiting_for, waits_at, waits_until, received_on, open, version, seq)
    select '3706000012026030200' || lpad(n::text, 5, '0'), 'YT-2.2', '370600', 'yantai-shizhi', '王*', 'accepted', 'yantai-shizhi', case when n = 1 then 'yt-window' end, '审核',
      case when n <= 3 then 'task' else 'letter' end, case when n <= 3 then 'review' else 'receive:contactLetter' end, case when n > 3 then '2026-04-0' || n end::date, '2026-03-02', true, 1, 1
    from generate_series(1, 5) n`);
}

interface Flow {
  cases: number;
  meanDays: number | null;
  own: boolean;
  steps: FlowStep[];
  ways: { from: string; to: string; cases: number }[];
}
const path = '/api/statistics/steps?item=YT-2.2&from=2026-01-01&to=2026-12-31';
const flowOf = async (visitor: Visitor): Promise<Flow> => (await visitor.ask<Flow>('GET', path)).body;

describe('where the days go', () => {
  it('gives each place of the chart its mean, nine tenths and part of all days, and what stands there now', async () => {
    const { cases, meanDays, steps } = await flowOf(supervisor);
    // 受理 10 × 1、审核 1+2+…+10、补正 2 × 5、等待来函 10 × 2：共 95 个工作日
    expect([cases, meanDays]).toEqual([10, 9.5]);
    const known = Object.fromEntries(steps.map(({ id, ...rest }) => [id, rest]));
    expect(known.review).toMatchObject({
      kind: 'work',
      cases: 10,
      meanDays: 5.5,
      p90Days: 9,
      totalDays: 55,
      waiting: 3,
    });
    expect(known.applicant).toMatchObject({ name: '等待申请人补正', cases: 2, meanDays: 5, totalDays: 10, waiting: 0 });
    expect(known['receive:contactLetter']).toMatchObject({ kind: 'agency', cases: 10, totalDays: 20, waiting: 2 });
    expect(steps.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1, 3);
    expect(known.review?.share).toBeCloseTo(55 / 95, 4);
  });

  it('draws the ways that were gone, with how many went', async () => {
    const { ways } = await flowOf(supervisor);
    const way = (from: string, to: string) => ways.find((one) => one.from === from && one.to === to)?.cases;
    expect(way('start', 'intake')).toBe(10);
    expect(way('intake', 'review')).toBe(10);
    expect([way('intake', 'applicant'), way('applicant', 'intake')]).toEqual([2, 2]);
    expect(way('receive:contactLetter', 'end')).toBe(10);
    expect(way('start', 'review')).toBeUndefined();
  });

  it('leads from a place to exactly the cases there, each with what it waits for and until when', async () => {
    const { steps } = await flowOf(supervisor);
    for (const { id, waiting } of steps) {
      const { body } = await supervisor.ask<{ cases: { causeWords: string }[] }>(
        'GET',
        `/api/supervision/cases?item=YT-2.2&at=${id}&limit=100`,
      );
      expect([id, body.cases.length]).toEqual([id, waiting]);
    }
    const { body } = await supervisor.ask<{ cases: { causeWords: string }[] }>(
      'GET',
      '/api/supervision/cases?item=YT-2.2&at=receive:contactLetter',
    );
    expect(body.cases.map(({ causeWords }) => causeWords)).toEqual([
      '等待外地机构：《基本医疗保险转移接续联系函》，2026-04-04 催询',
      '等待外地机构：《基本医疗保险转移接续联系函》，2026-04-05 催询',
    ]);
  });

  it('is a clerk’s own for a clerk, and nothing of another agency', async () => {
    const own = await flowOf(clerk);
    expect([own.own, own.cases, own.steps.find(({ id }) => id === 'review')?.totalDays]).toEqual([true, 4, 10]);
    expect(own.steps.find(({ id }) => id === 'review')?.waiting).toBe(1);
    const other = await flowOf(elsewhere);
    expect([other.cases, other.steps.reduce((sum, { waiting }) => sum + waiting, 0)]).toEqual([0, 0]);
    expect((await supervisor.ask('GET', path.replace('YT-2.2', 'YT-99.9'))).status).toBe(404);
  });
});
