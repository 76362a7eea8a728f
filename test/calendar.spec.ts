import { addDays, nextWorkingDays } from './support/days';
import { clerks, type Clerk } from './support/clerk';
import { today } from './support/deadlines';
import { control, holdWrites, query, restore } from './support/system';
import { until } from './support/until';
import { JINAN, open } from './support/transfers';
import { clockOf, problemOf, type CaseView } from './support/views';

interface Calendar {
  version: string;
  state: string;
  inForce: boolean;
  redating?: { state: string; total: number; done: number; failed: number; remaining: number };
}
interface Preview {
  changedDays: { date: string; was: string; becomes: string }[];
  summary: { casesChanged: number; newlyLate: number };
  cases: { caseNo: string; clock: string; oldDueOn: string; newDueOn: string }[];
  next?: string;
}

let window: Clerk, reviewer: Clerk, catalog: Clerk, other: Clerk;
beforeAll(async () => {
  [window, reviewer, catalog, other] = await clerks('qd-window', 'qd-review', 'qd-catalog', 'yt-catalog');
});

afterAll(() => restore());

const draft = async (notice: Record<string, unknown>): Promise<Calendar> => {
  const answer = await catalog.post<Calendar>('/api/calendars', notice);
  if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const readBy = async (clerk: Clerk, version: string): Promise<Calendar> =>
  (await clerk.get<Calendar>(`/api/calendars/${version}`)).body;
const publish = async (version: string): Promise<void> => {
  expect((await catalog.post(`/api/calendars/${version}/publish`)).status).toBe(202);
  expect((await other.post(`/api/calendars/${version}/confirm`)).status).toBe(202);
};
const finished = (version: string, seconds?: number): Promise<Calendar> =>
  until(
    'every case re-dated',
    () => readBy(catalog, version),
    (seen) => seen.redating?.state === 'finished',
    seconds,
  );

/** 国办发明电〔2021〕11号, as it was. */
const notice2022 = {
  notice: 2022,
  sourceNo: '国办发明电〔2021〕11号',
  issuedOn: '2021-10-25',
  holidays: [
    { name: '元旦', from: '2022-01-01', to: '2022-01-03' },
    { name: '春节', from: '2022-01-31', to: '2022-02-06' },
    { name: '清明节', from: '2022-04-03', to: '2022-04-05' },
    { name: '劳动节', from: '2022-04-30', to: '2022-05-04' },
    { name: '端午节', from: '2022-06-03', to: '2022-06-05' },
    { name: '中秋节', from: '2022-09-10', to: '2022-09-12' },
    { name: '国庆节', from: '2022-10-01', to: '2022-10-07' },
  ],
  workdays: ['2022-01-29', '2022-01-30', '2022-04-02', '2022-04-24', '2022-05-07', '2022-10-08', '2022-10-09'],
};

describe('the notice of a year that was provisional', () => {
  let view: CaseView;
  let version: string;

  it('leaves a case that reaches into it with a provisional date', async () => {
    view = await open(window, 'QD-3.1', { place: JINAN, receivedAt: '2022-04-20' });
    view = await window.act(view.caseNo, 'accept', { occurredOn: '2022-04-20' });
    // by statute alone: 21, 22 2; 25–29 7; May 1 (Sun), 2 off, 3 8, 4 9
    expect(clockOf(view, 'inProvinceLimit')).toMatchObject({ dueOn: '2022-05-04', provisional: true });
  });

  it('is previewed with old and new dates before it counts', async () => {
    ({ version } = await draft(notice2022));
    const { body } = await catalog.get<Preview>(`/api/calendars/${version}/preview?limit=200`);
    expect(body.changedDays).toEqual(
      expect.arrayContaining([{ date: '2022-04-24', was: '休息日', becomes: '工作日' }]),
    );
    const [head] = await clerks('qd-head');
    const own = (await head.get<Preview>(`/api/calendars/${version}/preview?limit=200`)).body.cases;
    // 21, 22 2; 24 (Sun, worked) 3; 25–29 8; Apr 30 – May 4 off; 5 9
    expect(own.filter((one) => one.caseNo === view.caseNo && one.clock === 'inProvinceLimit')).toEqual([
      expect.objectContaining({ oldDueOn: '2022-05-04', newDueOn: '2022-05-05' }),
    ]);
    expect(body.summary.casesChanged).toBeGreaterThanOrEqual(1);
    expect((await window.case(view.caseNo)).clocks).toEqual(view.clocks);
  });

  it('is published by two persons: the one who proposed it may not confirm it', async () => {
    const proposed = await catalog.post<Calendar>(`/api/calendars/${version}/publish`);
    expect([proposed.status, proposed.body.state, proposed.body.inForce]).toEqual([202, 'proposed', false]);
    const alone = await catalog.post(`/api/calendars/${version}/confirm`);
    expect([alone.status, problemOf(alone).code]).toEqual([403, 'SECOND_PERSON_REQUIRED']);
    const [clerk] = await clerks('qd-window2');
    expect((await clerk.post(`/api/calendars/${version}/confirm`)).status).toBe(403);
    expect((await other.post(`/api/calendars/${version}/confirm`)).status).toBe(202);
  });

  it('re-dates the case through its own workflow, with an event, and the date is firm', async () => {
    const { redating } = await finished(version);
    expect(redating).toMatchObject({ remaining: 0, failed: 0 });
    const after = await window.case(view.caseNo);
    expect(clockOf(after, 'inProvinceLimit')).toMatchObject({
      dueOn: '2022-05-05',
      provisional: false,
      calendarVersion: version,
    });
    expect(after.version).toBe(view.version);
    const sheet = await window.derivation(view.caseNo, 'inProvinceLimit');
    expect([
      sheet.calendarVersion,
      sheet.dueOn,
      sheet.derivation.find((day) => day.date === '2022-04-24')?.reason,
    ]).toEqual([version, '2022-05-05', 'makeUpWorkday']);
    const told = (await window.timeline(view.caseNo)).map((entry) => `${entry.label} ${entry.detail}`);
    expect(told).toEqual(
      expect.arrayContaining([`采用新日历 ${version}`, '时限调整 “办结（省内）”改为 2022-05-05（日历调整）']),
    );
  });

  it('says what is wrong with a notice, all of it', async () => {
    const bad = await catalog.post('/api/calendars', {
      notice: 2030,
      sourceNo: '',
      issuedOn: '2030-02-30',
      holidays: [{ name: '元旦', from: '2030-01-03', to: '2030-01-01' }],
      workdays: ['2030-01-02'],
    });
    const fields = problemOf(bad).errors.map((one) => one.field);
    expect([bad.status, fields]).toEqual([400, expect.arrayContaining(['sourceNo', 'issuedOn', 'holidays.0.to'])]);
  });
});

describe('a change to days that open cases still have before them', () => {
  const cases: CaseView[] = [];
  const many = 30;
  let version: string;
  let days: string[];
  const moved = async (): Promise<number> => {
    const numbers = cases.map((one) => one.caseNo);
    const text = 'select 1 from case_file where case_no = any($1) and calendar_version = $2';
    return (await query(text, [numbers, version])).length;
  };

  it('moves every open case, though the worker is killed in the middle', async () => {
    for (let at = 0; at < many; at += 5)
      cases.push(
        ...(await Promise.all(
          Array.from({ length: 5 }, () => open(window, 'QD-3.1', { place: JINAN, acceptNow: true })),
        )),
      );
    days = await nextWorkingDays(2);
    const [first = ''] = days;
    ({ version } = await draft({
      notice: Number(first.slice(0, 4)),
      sourceNo: '国办发明电〔试〕1号',
      issuedOn: addDays(today(), -1),
      supplement: true,
      holidays: days.map((date) => ({ name: '临时休市', from: date, to: date })),
    }));
    const held = await holdWrites(cases.at(-1)?.caseNo ?? '');
    await publish(version);
    await until('the first are re-dated', moved, (count) => count > 0);
    await control('worker', 'kill');
    await held.release();
    const meanwhile = await readBy(catalog, version);
    expect([meanwhile.inForce, meanwhile.redating?.state]).toEqual([true, 'running']);
    expect(await moved()).toBeLessThan(many);
    await control('worker', 'start');
    const { redating } = await finished(version, 90);
    expect(redating).toMatchObject({ remaining: 0, failed: 0 });
    expect(redating?.done).toBeGreaterThanOrEqual(many);
  });

  it('adds exactly the days that are lost, once, to each of them', async () => {
    for (const { caseNo, clocks } of cases) {
      const before = clocks.find((one) => one.id === 'inProvinceLimit');
      const after = clockOf(await window.case(caseNo), 'inProvinceLimit');
      const [expected] = await nextWorkingDays(2, before?.dueOn).then((found) => found.slice(-1));
      expect([caseNo, after.dueOn, after.calendarVersion]).toEqual([caseNo, expected, version]);
      const events = (await reviewer.timeline(caseNo)).filter((entry) => entry.label === '采用新日历');
      expect(events.map((entry) => entry.detail)).toEqual([version]);
    }
  });

  it('counts cases opened afterwards by the new calendar', async () => {
    const view = await open(window, 'QD-3.1', { place: JINAN, acceptNow: true });
    const sheet = await window.derivation(view.caseNo, 'inProvinceLimit');
    expect(clockOf(view, 'inProvinceLimit').calendarVersion).toBe(version);
    expect(sheet.derivation.filter((day) => days.includes(day.date)).map((day) => day.reason)).toEqual([
      'holiday',
      'holiday',
    ]);
  });
});
