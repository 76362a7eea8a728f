import { clerks, type Clerk } from './support/clerk';
import { preview, today } from './support/deadlines';
import { askApi } from './support/http';
import { runMinute } from './support/operations';
import { sandbox } from './support/sandbox';
import { query } from './support/system';
import { JINAN, open, SUZHOU } from './support/transfers';
import { clockOf, problemOf, type CaseView, type Derivation } from './support/views';

let window: Clerk, qingdao: Clerk, reviewer: Clerk;
beforeAll(async () => {
  [window, qingdao, reviewer] = await clerks('yt-window', 'qd-window', 'qd-review');
});

const days = ({ derivation }: Derivation) => derivation.map(({ date, reason }) => `${date.slice(5)} ${reason}`);

/** A 青岛 transfer out of the past: received and accepted on the day it says. */
async function accepted(receivedAt: string, place = SUZHOU): Promise<CaseView> {
  const view = await open(qingdao, 'QD-3.1', { place, receivedAt });
  return qingdao.act(view.caseNo, 'accept', { occurredOn: receivedAt });
}

describe('why this date', () => {
  it('is shown for every clock of a case, day by day with its reason', async () => {
    const view = await accepted('2025-04-24', JINAN);
    expect(days(await reviewer.derivation(view.caseNo, 'inProvinceLimit'))).toEqual([
      '04-24 startDay',
      '04-25 workingDay',
      '04-26 weekend',
      '04-27 makeUpWorkday',
      '04-28 workingDay',
      '04-29 workingDay',
      '04-30 workingDay',
      '05-01 holiday',
      '05-02 holiday',
      '05-03 holiday',
      '05-04 holiday',
      '05-05 holiday',
      '05-06 workingDay',
      '05-07 workingDay',
      '05-08 workingDay',
      '05-09 workingDay',
    ]);
    for (const clock of view.clocks) {
      const sheet = await reviewer.derivation(view.caseNo, clock.id);
      expect([clock.id, sheet.dueOn, sheet.derivation.at(-1)?.date]).toEqual([clock.id, clock.dueOn, clock.dueOn]);
      const beside = await preview(clock.startedOn, clock.quantity);
      expect([clock.id, days(sheet)]).toEqual([clock.id, days(beside)]);
    }
    expect((await reviewer.get(`/api/cases/${view.caseNo}/clocks/nothing/derivation`)).status).toBe(404);
  });

  it('goes over the New Year of 2026 with its make-up day', async () => {
    const view = await accepted('2025-12-24', JINAN);
    // 25, 26 2; 29–31 5; Jan 1–3 off, 4 (Sun, worked) 6; 5, 6, 7 9
    expect(clockOf(view, 'inProvinceLimit')).toMatchObject({ dueOn: '2026-01-07', provisional: false });
  });

  it('counts months to the corresponding day and rolls over rest days, as the Civil Code says', async () => {
    const asked = async (start: string, quantity: number, unit: string) =>
      (await preview(start, quantity, { unit })).dueOn;
    expect(await asked('2025-01-31', 1, 'month')).toBe('2025-02-28');
    expect(await asked('2025-08-03', 2, 'month')).toBe('2025-10-09');
    expect(await asked('2024-02-29', 1, 'year')).toBe('2025-02-28');
    expect(await asked('2025-09-01', 30, 'calendarDay')).toBe('2025-10-09');
    const bad = await askApi('POST', '/api/deadlines/preview', { body: { start: '2025-02-30', unit: 'day' } });
    expect([
      bad.status,
      problemOf(bad)
        .errors.map((one) => one.field)
        .sort(),
    ]).toEqual([400, ['quantity', 'region', 'start', 'unit']]);
  });

  it('is provisional where no notice of the State Council is loaded yet, and firm where one is', async () => {
    expect(await preview('2025-12-20', 10)).toMatchObject({ provisional: false });
    const assumed = await preview('2199-03-01', 10);
    expect(assumed.provisional).toBe(true);
    const view = await accepted('2021-03-01', JINAN);
    // no notice of 2021 is loaded: 2–5 4, 8–12 9
    expect(clockOf(view, 'inProvinceLimit')).toMatchObject({ dueOn: '2021-03-12', provisional: true });
  });
});

describe('paper received weeks ago', () => {
  it('is registered with its true dates: past rungs are recorded and nobody is told of them', async () => {
    const view = await accepted('2025-09-10');
    const limit = clockOf(view, 'outOfProvinceLimit');
    expect([view.receivedOn, view.acceptedOn, limit.dueOn]).toEqual(['2025-09-10', '2025-09-10', '2025-09-30']);
    expect(limit.passedRungs).toEqual(['half', 'near', 'due', 'late1', 'late3']);
    expect([limit.light, view.nextRung]).toEqual(['red', null]);
    await runMinute();
    expect(await query('select 1 from escalation where case_no = $1', [view.caseNo])).toEqual([]);
    expect(await query(`select 1 from message where case_no = $1 and kind = 'rung'`, [view.caseNo])).toEqual([]);
    const rungs = await query<{ state: string }>(`select distinct state from rung where case_no = $1`, [view.caseNo]);
    expect(rungs).toEqual([{ state: 'past' }]);
  });

  it('says how late it is in the trade’s words, and stays as it ended once it is concluded', async () => {
    const view = await accepted('2025-09-10');
    expect(clockOf(view, 'outOfProvinceLimit').remainingWords).toMatch(/^超期 \d+ 个工作日$/);
    const ended = await reviewer.act(view.caseNo, 'reject', {
      occurredOn: '2025-09-29',
      input: { reason: '不符合规定' },
    });
    // 11, 12 2; 15–19 7; 22–26 12; 28 (Sun, worked) 13; 29 14
    expect(clockOf(ended, 'outOfProvinceLimit')).toMatchObject({ state: 'met', usedDays: 14, light: 'green' });
  });

  it('is judged late when the act itself came late, for ever', async () => {
    const view = await accepted('2025-09-10');
    const ended = await reviewer.act(view.caseNo, 'reject', {
      occurredOn: '2025-10-10',
      input: { reason: '不符合规定' },
    });
    // 30 15, Oct 9 16, 10 17
    expect(clockOf(ended, 'outOfProvinceLimit')).toMatchObject({ state: 'overrun', usedDays: 17, light: 'red' });
  });
});

describe('the ladder', () => {
  /** Rungs of a limit of 15 working days, at 08:30 Shanghai: ⌈0.5 × 15⌉ = 8th, 12th, 15th counted day, then +1 and +3. */
  it('shows the next rung and its date for a case of today', async () => {
    const view = await open(qingdao, 'QD-3.1', { place: SUZHOU, acceptNow: true });
    const [half, near] = await Promise.all([preview(today(), 8), preview(today(), 12)]);
    const at = new Date(`${half.dueOn}T08:30:00+08:00`).toISOString();
    expect(clockOf(view, 'outOfProvinceLimit').nextRung).toEqual({ rung: 'half', on: half.dueOn, at });
    const rungs = await query<{ rung: string; day: string }>(
      `select rung, falls_on::text as day from rung where case_no = $1 and clock_id = 'outOfProvinceLimit' order by at`,
      [view.caseNo],
    );
    expect(rungs.slice(0, 3)).toEqual([
      { rung: 'half', day: half.dueOn },
      { rung: 'near', day: near.dueOn },
      { rung: 'due', day: clockOf(view, 'outOfProvinceLimit').dueOn },
    ]);
    expect(view.nextRung?.at).toBe(view.clocks.flatMap((one) => one.nextRung?.at ?? []).sort()[0]);
  });

  describe('when its moments come', () => {
    let view: CaseView;
    const messages = (kind = 'rung') =>
      query<{ account: string; text: string }>(
        `select account, text from message where case_no = $1 and kind = $2 order by account`,
        [view.caseNo, kind],
      );
    /** The tables cannot wait three weeks: the rungs of this case are made due now, as the clock would. */
    const comeDue = (rungs: string[]) =>
      query(
        `update rung set at = now() - interval '1 minute' where case_no = $1 and clock_id = 'outOfProvinceLimit' and rung = any($2)`,
        [view.caseNo, rungs],
      );
    beforeAll(async () => {
      view = await open(qingdao, 'QD-3.1', { place: SUZHOU, acceptNow: true });
    });

    it('tells the section’s head of unclaimed work, once, though two watchmen look in the same instant', async () => {
      await comeDue(['half']);
      await Promise.all([runMinute(), runMinute(), runMinute()]);
      expect(await messages()).toEqual([{ account: 'qd-head', text: expect.stringContaining('尚无人认领') }]);
      await runMinute();
      expect(await messages()).toHaveLength(1);
    });

    it('tells the holder once somebody has claimed it', async () => {
      await reviewer.act(view.caseNo, 'claim');
      await comeDue(['near']);
      await runMinute();
      expect((await messages()).map((one) => one.account)).toEqual(['qd-head', 'qd-review']);
      const inbox = await reviewer.get<{ messages: { caseNo: string; text: string }[] }>('/api/inbox');
      const mine = inbox.body.messages.filter((one) => one.caseNo === view.caseNo);
      expect(mine.map((one) => one.text)).toEqual([expect.stringContaining(`办件 ${view.caseNo}`)]);
    });

    it('goes up to the leader and the supervisors as days pass, and stands in the timeline', async () => {
      await comeDue(['due', 'late1', 'late3']);
      await Promise.all([runMinute(), runMinute()]);
      const told = await query<{ rung: string; account: string }>(
        'select rung, account from escalation where case_no = $1 order by rung, account',
        [view.caseNo],
      );
      expect(told.map(({ rung, account }) => `${rung} ${account}`)).toEqual([
        'due qd-head',
        'due qd-review',
        'half qd-head',
        'late1 qd-head',
        'late1 qd-supervise',
        'late3 qd-leader',
        'late3 qd-supervise',
        'near qd-review',
      ]);
      const timeline = await reviewer.timeline(view.caseNo);
      expect(timeline.filter((entry) => entry.seq === undefined)).not.toHaveLength(0);
    });

    it('needs nothing of the case itself, and does not make it stale', async () => {
      expect((await reviewer.case(view.caseNo)).version).toBe(view.version + 1);
    });
  });

  it('texts the applicant through the SMS gateway, once, at the number that no table shows', async () => {
    const view = await open(qingdao, 'QD-3.1', { place: SUZHOU, acceptNow: true });
    await Promise.all([runMinute(), runMinute()]);
    await runMinute();
    const sent = (await sandbox.sms()).filter((one) => one.text.includes(view.caseNo));
    expect(sent.map((one) => one.text)).toEqual([`您的办件${view.caseNo}已受理`]);
    expect(sent[0]?.to).toMatch(/^138\d{8}$/);
  });

  it('drops what is no longer due when the case has ended', async () => {
    const view = await open(window, 'YT-2.2', { place: JINAN });
    await window.act(view.caseNo, 'cancelApplication', { input: { reason: '本人要求' } });
    const pending = await query(`select 1 from rung where case_no = $1 and state = 'pending'`, [view.caseNo]);
    expect(pending).toEqual([]);
  });
});
