import {
  actCommand,
  acceptedCase,
  openedCase,
  parallelRules,
  people,
  received,
  reviewRules,
  transferRules,
} from '../../test/factories';
import { Draft, requestEffect } from '.';
import { sendBackRefusal } from './send-back';

const { window, window2, review, secondReview, head, finance } = people;

describe('withdrawing one’s own last step', () => {
  it('brings it back to its doer’s stage, re-armed, and the story goes on from there', () => {
    const played = acceptedCase();
    played.does(review, 'approve');
    expect(played.refusal(secondReview, 'withdraw')).toBe('STEP_NOT_YOURS_TO_WITHDRAW');
    const { events } = played.on('2026-03-03').does(review, 'withdraw');
    expect(events.map((event) => event.type)).toEqual(
      expect.arrayContaining(['taskCancelled', 'sentBack', 'taskOpened', 'clockStarted']),
    );
    expect(played.state.tasks).toMatchObject({ review: { arming: 2, openedOn: '2026-03-03' } });
    expect(played.state.clocks).toMatchObject({
      reviewStep: { arming: 2, startedOn: '2026-03-03', state: 'running' },
      secondReviewStep: { state: 'cancelled' },
      statutory: { arming: 1, startedOn: '2026-03-02' },
    });
    expect(played.refusal(review, 'withdraw')).toBe('ACTION_NOT_ALLOWED');
    played.does(review, 'approve');
    expect(Object.keys(played.state.tasks)).toEqual(['secondReview']);
  });

  it('is over once the next one has claimed the work', () => {
    const played = acceptedCase();
    played.does(review, 'approve');
    played.does(secondReview, 'claim');
    expect(played.refusal(review, 'withdraw')).toBe('ACTION_NOT_ALLOWED');
  });

  it('is not for an acceptance, which has been told', () => {
    expect(acceptedCase().refusal(window, 'withdraw')).toBe('ACTION_NOT_ALLOWED');
  });

  it('is over once a letter has left the house or money is moving', () => {
    const played = acceptedCase(transferRules());
    played.letter('contactLetter', '2026-03-02');
    played.does(window, 'sendInformationForm', { paidMonths: 60 });
    expect(played.refusal(window, 'withdraw')).toBe('ACTION_NOT_ALLOWED');
    played.does(finance, 'settleAccount', { amountFen: 100 });
    expect(played.refusal(finance, 'withdraw')).toBe('ACTION_NOT_ALLOWED');
  });

  it('stays possible when a letter sent before it arrives meanwhile', () => {
    const played = acceptedCase(parallelRules());
    played.on('2026-03-10').wakes('2026-03-10T00:30:00.000Z');
    const key = `post:${played.state.caseNo}-L01`;
    expect(played.state.waits[key]).toBeDefined();
    played.does(review, 'approve');
    played.hears({ type: 'effectFinished', key, outcome: 'done', data: {}, on: '2026-03-10' });
    expect(played.refusal(review, 'withdraw')).toBe('accepted');
  });
});

describe('sending back', () => {
  it('reopens the earlier stage with the reason, and its work is done again', () => {
    const played = acceptedCase();
    played.does(review, 'approve', { opinion: '同意' });
    const { events } = played.on('2026-03-04').does(secondReview, 'sendBack', { reason: '金额有误' });
    expect(events.find((event) => event.type === 'sentBack')).toMatchObject({
      by: secondReview.id,
      data: { to: 'review', reason: '金额有误', dropped: ['review'], withdrawn: false },
    });
    expect(Object.keys(played.state.tasks)).toEqual(['review']);
    expect(played.state.clocks.reviewStep).toMatchObject({ arming: 2, startedOn: '2026-03-04', dueOn: '2026-03-06' });
    played.does(review, 'approve');
    played.does(secondReview, 'confirm');
    expect(played.state.outcome).toBe('completed');
  });

  it('behind an acceptance is greyed out, because it has been told', () => {
    const played = acceptedCase();
    expect(played.refusal(review, 'sendBackToWindow', { reason: '重新受理' })).toBe('STEP_NOT_REVERSIBLE');
  });

  it('goes to the post that is chosen with the act', () => {
    const rules = structuredClone(parallelRules());
    const chosen = rules.stages
      .find(({ id }) => id === 'secondReview')!
      .actions.find(({ sendsBackTo }) => sendsBackTo !== undefined)!;
    chosen.sendsBackTo = 'input.to';
    const played = acceptedCase(rules);
    played.does(review, 'approve');
    played.letter('informationForm', '2026-03-02');
    played.does(finance, 'settleAccount', { amountFen: 0 });
    played.on('2026-03-10').wakes('2026-03-10T02:00:00.000Z');
    expect(played.refusal(secondReview, chosen.id, { to: 'nowhere', reason: '退回' })).toBe('ACTION_NOT_ALLOWED');
    expect(played.refusal(secondReview, chosen.id, { to: 'intake', reason: '退回' })).toBe('STEP_NOT_REVERSIBLE');
    played.does(secondReview, chosen.id, { to: 'review', reason: '重审' });
    expect(Object.keys(played.state.tasks)).toContain('review');
  });

  it('is refused behind a letter that has gone out and while money is moving', () => {
    const rules = transferRules();
    const settle = rules.stages.find((stage) => stage.id === 'settlePersonalAccount')!;
    settle.actions.push({ id: 'sendBack', label: '退回', sendsBackTo: 'prepareInformationForm' });
    const posted = acceptedCase(rules);
    posted.letter('contactLetter', '2026-03-02');
    posted.does(window, 'sendInformationForm', { paidMonths: 60 });
    expect(posted.refusal(finance, 'sendBack')).toBe('STEP_NOT_REVERSIBLE');

    const { run } = acceptedCase();
    run.act(actCommand(run.state, review, 'approve'), '2026-03-02T02:00:00.000Z');
    const draft = new Draft(run.state, { by: 'system', at: '2026-03-02T02:00:00.000Z', on: '2026-03-02' });
    requestEffect(draft, 'effect:settleAccount', 'settleAccount', {});
    expect(sendBackRefusal(run.state, 'review')).toBeUndefined();
    expect(sendBackRefusal(draft.state, 'review')?.code).toBe('STEP_NOT_REVERSIBLE');
  });

  it('takes again a letter that had already come', () => {
    const played = acceptedCase(parallelRules());
    played.does(review, 'approve');
    played.letter('informationForm', '2026-03-02');
    played.does(finance, 'settleAccount', { amountFen: 0 });
    played.on('2026-03-10').wakes('2026-03-10T02:00:00.000Z');
    expect(Object.keys(played.state.tasks)).toEqual(['secondReview']);
    played.does(secondReview, 'sendBack', { reason: '重审' });
    expect(Object.keys(played.state.tasks).sort()).toEqual(['review', 'settlePersonalAccount']);
    expect(played.state.steps['receive:informationForm']).toMatchObject({ on: '2026-03-02' });
  });
});

describe('the dates that people give', () => {
  const backdated = (occurredOn: string) => ({ occurredOn });

  it('lie neither in the future nor before what they follow, and need a permission', () => {
    const played = openedCase().on('2026-03-06');
    expect(played.refusal(window, 'accept', {}, backdated('2026-03-07'))).toBe('DATE_IN_FUTURE');
    expect(played.refusal(window, 'accept', {}, backdated('2026-03-01'))).toBe('DATE_BEFORE_FACT');
    played.does(window, 'accept', {}, backdated('2026-03-03'));
    expect(played.state.acceptedOn).toBe('2026-03-03');
    expect(played.state.tasks.review?.openedOn).toBe('2026-03-03');
    played.does(review, 'approve', {}, backdated('2026-03-04'));
    expect(played.refusal(secondReview, 'confirm', {}, backdated('2026-03-05'))).toBe('DATE_NOT_PERMITTED');
  });

  it('of an ending never lie before the latest fact of the case', () => {
    const played = acceptedCase();
    played.on('2026-03-05').does(head, 'pauseClock', { cause: 'hearing', reason: '听证' });
    played.on('2026-03-09');
    expect(played.refusal(head, 'cancelApplication', { reason: '不办了' }, backdated('2026-03-03'))).toBe(
      'DATE_BEFORE_FACT',
    );
    played.does(head, 'cancelApplication', { reason: '不办了' }, backdated('2026-03-06'));
    expect(played.state.concludedOn).toBe('2026-03-06');
    expect(played.state.pauses).toMatchObject([{ openedOn: '2026-03-05', endedOn: '2026-03-06' }]);
  });

  it('of the last step do not date the ending before a pause that began later', () => {
    const played = acceptedCase();
    played.does({ ...review }, 'approve');
    played.on('2026-03-05').does(head, 'pauseClock', { cause: 'hearing', reason: '听证' });
    played
      .on('2026-03-09')
      .does({ ...secondReview, roles: ['secondReview', 'head'] }, 'confirm', {}, backdated('2026-03-03'));
    expect(played.state).toMatchObject({ outcome: 'completed', concludedOn: '2026-03-05' });
  });
});

describe('a command', () => {
  it('made on an older version is refused with who changed what', () => {
    const played = openedCase(reviewRules(), { materials: received('identity') });
    const stale = played.state.version;
    played.does(window, 'claim');
    const { refusal } = played.run.act(
      { actor: window2, action: 'release', expectedVersion: stale, input: {}, key: 'k', bodyMac: 'm' },
      '2026-03-02T02:00:00.000Z',
    );
    expect(refusal).toMatchObject({
      code: 'CASE_VERSION_CONFLICT',
      data: { version: stale + 1, lastChange: { by: window.id, action: 'claim' } },
    });
  });

  it('that no stage offers is answered with what the case waits for', () => {
    expect(openedCase().refusalWords(window, 'confirm')).toBe('当前环节为“收件受理”，不能办理此操作');
  });

  it('may leave the task unnamed: the first that allows it is meant', () => {
    const played = acceptedCase(parallelRules());
    played.does(finance, 'claim');
    expect(played.state.tasks.settlePersonalAccount?.assignee).toBe(finance.id);
    expect(played.state.tasks.review?.assignee).toBeUndefined();
  });
});
