import { loadShippedCalendar } from '@due-process/catalog';
import type { CaseState, WorkCalendar } from '@due-process/contracts';
import { acceptedCase, openedCase, parallelRules, people, received, reviewRules } from '../../test/factories';
import { calendar as example } from '../../test/factories';
import { isProvisional } from '../calendar';
import { Draft, nextWake, projectCase, projectRows } from '.';

const { window, review, head, leader, secondReview } = people;
const { calendar } = loadShippedCalendar();
const year = example.years['2026']!;
const edition = (version: string, rest: string[], work: string[] = []): WorkCalendar => ({
  version,
  years: { ...example.years, '2026': { ...year, rest: [...year.rest, ...rest], work: [...year.work, ...work] } },
});
const asked = { materials: received('identity') };

/** Accepted on Monday 2 March 2026 under the shipped calendar: 20 working days end on 30 March, 10 on 16 March. */
function accepted() {
  const played = acceptedCase();
  played.hears({ type: 'calendarPublished', calendar: { ...calendar, version: 'shipped' } });
  return played;
}

describe('limits under the State Council’s calendar of 2026', () => {
  it('count the working days after acceptance', () => {
    const played = accepted();
    expect(played.state.calendar.version).toBe('shipped');
    expect([played.dueOn('statutory'), played.dueOn('promised'), played.dueOn('month')]).toEqual([
      '2026-03-30',
      '2026-03-16',
      '2026-04-02',
    ]);
    expect(isProvisional(calendar, '2026-03-02', '2026-03-30')).toBe(false);
  });

  it('of a supplement after acceptance leave exactly the days between uncounted', () => {
    const played = accepted();
    played.on('2026-03-05').does(review, 'requestSupplement', asked);
    expect(played.state.clocks).toMatchObject({ statutory: { state: 'paused' }, month: { state: 'running' } });
    expect(played.state.pauses).toMatchObject([
      { cause: 'supplement', openedOn: '2026-03-05', documentNo: played.state.openNotice?.documentNo },
    ]);
    expect(played.state.phase).toBe('inReview');
    played.on('2026-03-12').does(window, 'receiveSupplement', asked);
    // 3–5 March 3, 13 March 4, 16–20 9, 23 10; 24–27 14, 30–3 April 19, 清明 to 6 April, 7 April 20
    expect([played.dueOn('promised'), played.dueOn('statutory')]).toEqual(['2026-03-23', '2026-04-07']);
    expect(played.dueOn('month')).toBe('2026-04-02');
    expect(played.state.clocks.statutory?.state).toBe('running');
  });

  it('lose nothing by a supplement that is received on the day of its notice', () => {
    const played = accepted();
    played.on('2026-03-05').does(review, 'requestSupplement', asked);
    played.does(window, 'receiveSupplement', asked);
    expect(played.dueOn('statutory')).toBe('2026-03-30');
  });

  it('stand still once where two pauses overlap', () => {
    const played = accepted();
    played.on('2026-03-05').does(head, 'pauseClock', { cause: 'hearing', reason: '听证' });
    played.on('2026-03-10').does(head, 'pauseClock', { cause: 'specialProcedure', documentNo: '7号', reason: '协查' });
    played.on('2026-03-12').does(head, 'resumeClock', { pauseId: 'p1' });
    expect(played.state.clocks.statutory?.state).toBe('paused');
    played.on('2026-03-18').does(head, 'resumeClock', { pauseId: 'p2' });
    // 3–5 March 3, 19–20 5, 23–27 10, 30–3 April 15, 7–10 April 19, 13 April 20
    expect(played.dueOn('statutory')).toBe('2026-04-13');
  });

  it('are never overrun while they stand still', () => {
    const played = accepted();
    played.does(review, 'approve');
    played.on('2026-03-13').does(head, 'pauseClock', { cause: 'hearing', reason: '听证' });
    played.on('2026-05-20').does(secondReview, 'confirm');
    expect(played.state.clocks).toMatchObject({ statutory: { state: 'met' }, promised: { state: 'met', used: 9 } });
    expect(played.state.pauses).toMatchObject([{ endedOn: '2026-05-20' }]);
  });

  it('are overrun when met after their last day, and frozen with the days used', () => {
    const played = accepted();
    played.on('2026-03-17').does(review, 'approve');
    played.does(secondReview, 'confirm');
    expect(played.state.clocks).toMatchObject({
      promised: { state: 'overrun', used: 11, endedOn: '2026-03-17' },
      statutory: { state: 'met', used: 11 },
      reviewStep: { state: 'overrun' },
    });
  });
});

describe('a fact that comes about again', () => {
  it('ends the clock that it started before, and starts it anew', () => {
    const draft = new Draft(acceptedCase(parallelRules()).state, {
      by: 'system',
      at: '2026-03-04T02:00:00.000Z',
      on: '2026-03-04',
    });
    draft.fact('noticePosted');
    draft.fact('noticePosted', '2026-03-06');
    expect(draft.events.map(({ type, occurredOn }) => [type, occurredOn])).toEqual([
      ['clockStarted', '2026-03-04'],
      ['clockEnded', '2026-03-06'],
      ['clockStarted', '2026-03-06'],
    ]);
    expect(draft.events[1]?.data).toMatchObject({ id: 'publicNotice', state: 'cancelled', used: 2 });
    expect(draft.state.clocks.publicNotice).toMatchObject({ arming: 2, state: 'running', dueOn: '2026-03-13' });
  });
});

describe('the pause ledger', () => {
  it('asks for a document where its cause needs one, and knows only the item’s causes', () => {
    const played = accepted();
    expect(played.refusal(head, 'pauseClock', { cause: 'specialProcedure', reason: '协查' })).toBe(
      'ACTION_NOT_ALLOWED',
    );
    expect(played.refusal(head, 'pauseClock', { cause: 'weather', reason: '雨' })).toBe('PAUSE_CAUSE_UNKNOWN');
    expect(played.refusal(head, 'pauseClock', { cause: 'supplement', reason: '等' })).toBe('ACTION_NOT_ALLOWED');
    played.does(head, 'pauseClock', { cause: 'hearing', reason: '听证' });
    expect(played.refusal(head, 'pauseClock', { cause: 'hearing', reason: '再听' })).toBe('ACTION_NOT_ALLOWED');
    expect(played.refusal(head, 'resumeClock', { pauseId: 'p9' })).toBe('PAUSE_UNKNOWN');
  });

  it('runs again by itself at its limit where the item says so, from the limit’s day', () => {
    const played = accepted();
    played.on('2026-03-05').does(head, 'pauseClock', { cause: 'specialProcedure', documentNo: '7号', reason: '协查' });
    // 6 March 1, 9–13 6, 16–20 11, 23–27 16, 30–2 April 20
    expect(played.state.pauses[0]?.limitOn).toBe('2026-04-02');
    expect(nextWake(played.state)).toBe('2026-04-03T00:30:00.000Z');
    const early = played.wakes('2026-04-03T00:29:00.000Z');
    expect(early.events).toEqual([]);
    played.wakes('2026-04-03T00:30:00.000Z');
    expect(played.state.pauses[0]).toMatchObject({ endedOn: '2026-04-02' });
    // 3–5 March 3, 3 April 4, 7–10 8, 13–17 13, 20–24 18, 27–28 20
    expect(played.dueOn('statutory')).toBe('2026-04-28');
  });

  it('of a supplement only tells the holder at its limit', () => {
    const played = accepted();
    played.on('2026-03-05').does(review, 'requestSupplement', asked);
    const { events, before, after } = played.wakes('2026-03-20T00:30:00.000Z');
    expect(events.map((event) => event.type)).toEqual(['pauseLimitReached']);
    expect(projectRows(before, after, events).messages).toMatchObject([
      { to: { unit: 'zhifu' }, kind: 'pauseLimitReached' },
    ]);
    expect(after.clocks.statutory?.state).toBe('paused');
    expect(played.wakes('2026-03-21T00:30:00.000Z').events).toEqual([]);
  });
});

describe('an extension', () => {
  it('lengthens its one limit once, by the post that the item names', () => {
    const played = accepted();
    expect(played.refusal(leader, 'extend', { reason: '复杂' })).toBe('ACCESS_DENIED');
    played.does(head, 'extend', { reason: '复杂' });
    // the 20th working day is 30 March; 31–3 April 24, 7–10 28, 13–14 30
    expect(played.dueOn('statutory')).toBe('2026-04-14');
    expect(played.dueOn('promised')).toBe('2026-03-16');
    expect(played.state.documents.at(-1)).toMatchObject({ type: 'extensionNotice', data: { reason: '复杂' } });
    expect(played.refusal(head, 'extend', { reason: '再延' })).toBe('EXTENSION_USED');
  });

  it('of a limit in months adds days, not months', () => {
    const rules = reviewRules();
    const played = acceptedCase({ ...rules, extension: { ...rules.extension!, clock: 'month' } });
    played.does(head, 'extend', { reason: '复杂' });
    // 2 April and 10 calendar days is Sunday 12 April, and ends on Monday
    expect(played.dueOn('month')).toBe('2026-04-13');
  });
});

describe('a calendar published midway', () => {
  it('re-dates only the clocks whose date changes', () => {
    const played = acceptedCase();
    const { events } = played.hears({ type: 'calendarPublished', calendar: edition('b', ['03-10']), proposal: 'P1' });
    expect(events.map((event) => [event.type, 'id' in event.data ? event.data.id : ''])).toEqual([
      ['calendarAdopted', ''],
      ['clockRedated', 'statutory'],
      ['clockRedated', 'promised'],
    ]);
    expect([played.dueOn('statutory'), played.dueOn('promised'), played.dueOn('reviewStep')]).toEqual([
      '2026-03-31',
      '2026-03-17',
      '2026-03-04',
    ]);
    expect(played.state.clocks).toMatchObject({
      statutory: { calendarVersion: 'b' },
      reviewStep: { calendarVersion: '2026' },
    });
    expect(played.hears({ type: 'calendarPublished', calendar: edition('b', ['03-10']) }).events).toEqual([]);
  });

  it('moves a rung even where the due date stays', () => {
    const half = (state: CaseState, before?: CaseState) =>
      projectRows(before, state, []).rungs.find((rung) => rung.clockId === 'promised' && rung.rung === 'half')?.on;
    const played = acceptedCase();
    expect(half(played.state)).toBe('2026-03-09');
    const { before, after } = played.hears({ type: 'calendarPublished', calendar: edition('c', ['03-03'], ['03-15']) });
    expect(played.dueOn('promised')).toBe('2026-03-16');
    expect(half(after, before)).toBe('2026-03-10');
  });
});

describe('rungs', () => {
  const states = (state: CaseState, clock: string) =>
    Object.fromEntries(
      projectRows(undefined, state, [])
        .rungs.filter((rung) => rung.clockId === clock)
        .map((rung) => [rung.rung, rung.state]),
    );

  it('that lie behind when an old case is registered are recorded as past, the others are pending', () => {
    const { state } = openedCase(reviewRules(), { receivedOn: '2026-02-02', acceptNow: true });
    expect([state.clocks.promised?.dueOn, state.clocks.statutory?.dueOn]).toEqual(['2026-02-14', '2026-03-06']);
    expect(states(state, 'promised')).toEqual({
      half: 'past',
      near: 'past',
      due: 'past',
      late1: 'past',
      late3: 'past',
    });
    expect(states(state, 'statutory')).toEqual({
      half: 'past',
      near: 'past',
      due: 'pending',
      late1: 'pending',
      late3: 'pending',
    });
  });

  it('are none for a clock that has ended', () => {
    const played = acceptedCase();
    expect(states(played.state, 'intakeStep')).toEqual({});
    expect(Object.keys(states(played.state, 'statutory'))).toHaveLength(5);
    played.does(head, 'terminate', { reason: '重复' });
    expect(projectRows(undefined, played.state, []).rungs).toEqual([]);
  });

  it('name their receivers and whether an SMS goes out', () => {
    const rungs = projectRows(undefined, acceptedCase().state, []).rungs.filter((rung) => rung.clockId === 'statutory');
    expect(rungs.map(({ rung, on, at, sms, receivers }) => [rung, on, at, sms, receivers.join()])).toEqual([
      ['half', '2026-03-16', '2026-03-16T00:30:00.000Z', false, 'holder'],
      ['near', '2026-03-24', '2026-03-24T00:30:00.000Z', false, 'holder,head'],
      ['due', '2026-03-30', '2026-03-30T00:30:00.000Z', true, 'holder,head'],
      ['late1', '2026-03-31', '2026-03-31T00:30:00.000Z', false, 'head,supervise'],
      ['late3', '2026-04-02', '2026-04-02T00:30:00.000Z', false, 'leader,supervise'],
    ]);
  });
});

describe('the case’s row', () => {
  it('is near from the item’s own share of the period where no step is due before', () => {
    const base = reviewRules();
    const rules = { ...base, clocks: base.clocks.filter(({ kind }) => kind !== 'step') };
    // 70 % of 10 working days: the seventh
    expect(projectCase(acceptedCase(rules).state).yellowOn).toBe('2026-03-11');
  });

  it('carries the promised limit first, and is near by what is due first', () => {
    expect(projectCase(acceptedCase().state)).toMatchObject({
      statutoryDueOn: '2026-03-30',
      promisedDueOn: '2026-03-16',
      dueOn: '2026-03-16',
      // The step is due first, and near from the working day before.
      yellowOn: '2026-03-03',
      stepDueOn: '2026-03-04',
      horizonOn: '2026-04-02',
      paused: false,
      waitingFor: 'task',
      stageName: '审核',
      unit: 'transfer-section',
      assignee: null,
    });
  });

  it('without a share turns yellow on the working day before', () => {
    const played = openedCase(reviewRules(), { materials: [] });
    played.does(window, 'requestSupplement');
    // the notice’s limit ends on Monday 16 March: Friday 13 is the working day before
    expect(projectCase(played.state)).toMatchObject({ dueOn: '2026-03-16', yellowOn: '2026-03-13' });
  });
});
