import { TemporalGateway } from '../platform/temporal/temporal-gateway';
import { startApi, type RunningApi, type Visitor } from '../test/start-api';
import type { CalendarDetail, CalendarSummary } from './calendar-answers';
import type { CalendarPreview } from './calendar-preview';

/** A made-up notice: the first working week of March 2027 rests, the Saturday before is worked. */
const notice = {
  notice: 2027,
  sourceNo: '国办发明电〔2026〕99号',
  issuedOn: '2026-11-01',
  holidays: [{ name: '春节', from: '2027-03-01', to: '2027-03-05' }],
  workdays: ['2027-02-27'],
};

interface Problem {
  code: string;
  errors: { field: string; message: string }[];
}

interface CaseFixture {
  caseNo: string;
  agency?: string;
  open?: boolean;
  startedOn?: string;
  dueOn?: string;
}

/** An open case with one running clock of ten working days. */
async function insertCase(api: RunningApi, fixture: CaseFixture): Promise<void> {
  const { caseNo, agency = '370600', open = true, startedOn = '2027-02-22', dueOn = '2027-03-08' } = fixture;
  const { pool } = api.database;
  await pool.query(
    `INSERT INTO case_file (case_no, item_code, agency, open, calendar_version, horizon_on)
     VALUES ($1, 'YT-2.2', $2, $3, '2026', $4)`,
    [caseNo, agency, open, dueOn],
  );
  await pool.query(
    `INSERT INTO clock (case_no, id, name, kind, quantity, unit, extended_by, started_on, state, due_on)
     VALUES ($1, 'statutory', '法定时限', 'statutory', 10, 'workingDay', 0, $2, 'running', $3)`,
    [caseNo, startedOn, dueOn],
  );
}

describe('publishing a calendar', () => {
  let api: RunningApi;
  let catalog: Visitor;
  beforeAll(async () => {
    api = await startApi();
    catalog = await api.signIn('yt-catalog');
  }, 60_000);
  afterAll(() => api.close());

  const draft = async (): Promise<string> =>
    (await catalog.ask<CalendarDetail>('POST', '/api/calendars', notice)).body.version;

  it('begins from the shipped calendar with its working days by year', async () => {
    const { body } = await catalog.ask<{ calendars: CalendarSummary[] }>('GET', '/api/calendars');
    expect(body.calendars).toHaveLength(1);
    expect(body.calendars[0]).toMatchObject({ version: '2026', state: 'published', inForce: true });
    const days = Object.fromEntries(body.calendars[0]?.years.map(({ year, workingDays }) => [year, workingDays]) ?? []);
    expect([days[2024], days[2025], days[2026]]).toEqual([251, 248, 248]);
  });

  it('names every bad day of a notice', async () => {
    const bad = {
      ...notice,
      holidays: [
        { name: '春节', from: '2027-02-05', to: '2027-02-11' },
        { name: '清明', from: '2027-02-10', to: '2027-02-12' },
        { name: '国庆', from: '2029-10-01', to: '2029-10-03' },
      ],
      workdays: ['2027-02-06', '2027-03-03'],
    };
    const { status, body } = await catalog.ask<Problem>('POST', '/api/calendars', bad);
    expect(status).toBe(400);
    expect(body.errors.map(({ field, message }) => `${field} ${message}`)).toEqual([
      'holidays.2.from 日期须在 2026 年 12 月至 2028 年 1 月之间',
      'holidays.2.to 日期须在 2026 年 12 月至 2028 年 1 月之间',
      'holidays.1.from 与“春节”的日期重叠',
      'workdays.0 该日在“春节”假期之内',
      'workdays.1 调休上班日须是星期六或星期日',
    ]);
  });

  it('shows which cases change, from which date to which, before anything counts', async () => {
    await insertCase(api, { caseNo: '37060000120270222000011' });
    await insertCase(api, { caseNo: '37060000120270222000022' });
    await insertCase(api, { caseNo: '37020000120270222000033', agency: '370200' });
    await insertCase(api, { caseNo: '37060000120270222000044', open: false });
    await insertCase(api, { caseNo: '37060000120270118000055', startedOn: '2027-01-18', dueOn: '2027-02-01' });
    const version = await draft();
    const { body } = await catalog.ask<CalendarPreview>('GET', `/api/calendars/${version}/preview?limit=1`);
    expect(body.changedDays).toContainEqual({ date: '2027-02-27', was: '休息日', becomes: '工作日' });
    expect(body.changedDays.filter(({ becomes }) => becomes === '休息日')).toHaveLength(5);
    expect(body.summary).toMatchObject({ examined: 4, casesChanged: 3, clocksChanged: 3, newlyLate: 0 });
    expect(body.cases).toEqual([
      expect.objectContaining({
        caseNo: '37060000120270222000011',
        clock: 'statutory',
        oldDueOn: '2027-03-08',
        newDueOn: '2027-03-12',
      }),
    ]);
    const next = await catalog.ask<CalendarPreview>(
      'GET',
      `/api/calendars/${version}/preview?limit=1&after=${body.next}`,
    );
    expect(next.body.cases.map(({ caseNo }) => caseNo)).toEqual(['37060000120270222000022']);
    expect(next.body.summary).toBeUndefined();
    expect(
      (
        await api.visitor().ask<{ dueOn: string }>('POST', '/api/deadlines/preview', {
          region: '370600',
          start: '2027-02-22',
          quantity: 10,
          unit: 'workingDay',
        })
      ).body.dueOn,
    ).toBe('2027-03-08');
  });

  it('takes two persons, counts from then on, and tells the cases once', async () => {
    const version = await draft();
    const leader = await api.signIn('qd-leader');
    const path = `/api/calendars/${version}`;
    expect((await leader.ask<Problem>('POST', `${path}/confirm`)).body.code).toBe('CALENDAR_STATE');
    const proposed = await catalog.ask<CalendarDetail>('POST', `${path}/publish`);
    expect([proposed.status, proposed.body.state, proposed.body.proposedBy?.id]).toEqual([
      202,
      'proposed',
      'yt-catalog',
    ]);
    const alone = await catalog.ask<Problem>('POST', `${path}/confirm`);
    expect([alone.status, alone.body.code]).toEqual([403, 'SECOND_PERSON_REQUIRED']);
    expect((await leader.ask<Problem>('POST', `${path}/publish`)).status).toBe(403);

    const confirmed = await leader.ask<CalendarDetail>('POST', `${path}/confirm`);
    expect([confirmed.status, confirmed.body.state, confirmed.body.inForce]).toEqual([202, 'published', true]);
    expect((await leader.ask('POST', `${path}/confirm`)).status).toBe(202);
    const run = await api.app
      .get(TemporalGateway)
      .call((client) => client.workflow.getHandle(`redate-${version}`).describe());
    expect(run.type).toBe('redateCases');
    await api.app.get(TemporalGateway).client.workflow.getHandle(`redate-${version}`).terminate();

    const question = { region: '370600', start: '2027-02-22', quantity: 10, unit: 'workingDay' };
    const now = await catalog.ask<{ dueOn: string; provisional: boolean }>('POST', '/api/deadlines/preview', question);
    expect(now.body).toMatchObject({ dueOn: '2027-03-12', provisional: false, calendarVersion: version });
    const before = { ...question, calendarVersion: '2026' };
    const then = await catalog.ask('POST', '/api/deadlines/preview', before);
    expect(then.body).toMatchObject({ dueOn: '2027-03-08', provisional: true });
  });

  it('refuses a draft made before another was published', async () => {
    const { body } = await catalog.ask<{ calendars: CalendarSummary[] }>('GET', '/api/calendars');
    const older = body.calendars.find(({ state }) => state === 'draft');
    const { status, body: problem } = await catalog.ask<Problem>('POST', `/api/calendars/${older?.version}/publish`);
    expect([status, problem.code]).toEqual([409, 'CALENDAR_STATE']);
  });

  it('lets one of two confirmations of different drafts win', async () => {
    const [first, second] = [await draft(), await draft()];
    await Promise.all([first, second].map((version) => catalog.ask('POST', `/api/calendars/${version}/publish`)));
    const [head, leader] = [await api.signIn('yt-head'), await api.signIn('yt-leader')];
    const answers = await Promise.all([
      head.ask('POST', `/api/calendars/${first}/confirm`),
      leader.ask('POST', `/api/calendars/${second}/confirm`),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
    const client = api.app.get(TemporalGateway).client;
    const won = answers[0]?.status === 202 ? first : second;
    await client.workflow.getHandle(`redate-${won}`).terminate();
  });
});
