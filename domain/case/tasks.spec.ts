import { acceptedCase, openedCase, people } from '../../test/factories';
import { holderOf, publishedActions } from '.';

const { window, window2, windowElsewhere, review, reviewAndSecond, secondReview, head, leader, finance, elsewhere } =
  people;

describe('a task', () => {
  it('belongs to its unit until somebody claims it, then to that person alone', () => {
    const played = openedCase();
    expect(holderOf(played.state.tasks.intake!)).toEqual({ unit: 'zhifu' });
    played.does(window, 'claim');
    expect(holderOf(played.state.tasks.intake!)).toEqual({ account: window.id });
    expect(played.refusal(window2, 'accept')).toBe('TASK_NOT_YOURS');
    expect(played.refusal(window2, 'claim')).toBe('ACTION_NOT_ALLOWED');
    played.does(window, 'release');
    expect(played.refusal(window2, 'accept')).toBe('accepted');
  });

  it('is done by its own post and its own place', () => {
    const played = openedCase();
    expect(played.refusal(review, 'accept')).toBe('ACCESS_DENIED');
    expect(played.refusal(windowElsewhere, 'accept')).toBe('ACCESS_DENIED');
    expect(played.refusal(elsewhere, 'accept')).toBe('NOT_FOUND');
  });

  it('is handed over only to somebody who can hold it', () => {
    const played = openedCase();
    played.does(window, 'claim');
    expect(played.refusal(window, 'handOver', {}, { target: review })).toBe('TASK_ASSIGNEE_INVALID');
    expect(played.refusal(window, 'handOver', {}, { target: windowElsewhere })).toBe('TASK_ASSIGNEE_INVALID');
    expect(played.refusal(window, 'handOver', {}, { target: window })).toBe('TASK_ASSIGNEE_INVALID');
    expect(played.refusal(window, 'handOver')).toBe('TASK_ASSIGNEE_INVALID');
    played.does(head, 'handOver', { reason: '请假' }, { target: window2 });
    expect(played.state.tasks.intake?.assignee).toBe(window2.id);
  });

  it('given away for a while comes back to the one who gave it', () => {
    const played = openedCase();
    expect(played.refusal(window, 'delegate', {}, { target: window2 })).toBe('ACTION_NOT_ALLOWED');
    played.does(window, 'claim');
    expect(played.refusal(window, 'delegate', {}, { target: window })).toBe('TASK_ASSIGNEE_INVALID');
    played.does(window, 'delegate', {}, { target: window2 });
    expect(played.state.tasks.intake).toMatchObject({ assignee: window2.id, delegatedBy: window.id });
    expect(played.refusal(window, 'accept')).toBe('TASK_NOT_YOURS');
    expect(played.refusal(window2, 'accept')).toBe('ACTION_NOT_ALLOWED');
    expect(played.refusal(window2, 'handOver', {}, { target: window })).toBe('ACTION_NOT_ALLOWED');
    played.does(window2, 'returnDelegation');
    expect(played.state.tasks.intake?.assignee).toBe(window.id);
    expect(played.state.tasks.intake?.delegatedBy).toBeUndefined();
    expect(played.refusal(window, 'accept')).toBe('accepted');
  });

  it('is reminded of without making anybody’s form stale', () => {
    const played = openedCase();
    const { version } = played.state;
    played.does(leader, 'remind', { text: '请尽快' });
    expect(played.state.tasks.intake?.reminders).toBe(1);
    expect(played.state.version).toBe(version);
  });
});

describe('co-signing', () => {
  it('before: the holder waits for the opinion', () => {
    const played = acceptedCase();
    expect(played.refusal(review, 'addCosigner', { position: 'before' }, { target: leader })).toBe(
      'ACTION_NOT_ALLOWED',
    );
    played.does(review, 'claim');
    played.does(review, 'addCosigner', { position: 'before' }, { target: leader });
    expect(played.refusal(review, 'approve')).toBe('TASK_COSIGN_PENDING');
    expect(played.refusal(finance, 'cosign')).toBe('TASK_NOT_YOURS');
    played.does(leader, 'cosign', { opinion: '同意' });
    expect(played.state.tasks.review?.cosigners).toEqual([
      { id: leader.id, by: review.id, position: 'before', signedAt: '2026-03-02T02:00:00.000Z', opinion: '同意' },
    ]);
    played.does(review, 'approve');
    expect(Object.keys(played.state.tasks)).toEqual(['secondReview']);
  });

  it('after: the work is done only when the last has signed, and it is the holder’s work', () => {
    const played = acceptedCase();
    played.does(review, 'claim');
    played.does(review, 'addCosigner', { position: 'after' }, { target: leader });
    expect(played.refusal(review, 'addCosigner', { position: 'after' }, { target: leader })).toBe(
      'TASK_ASSIGNEE_INVALID',
    );
    played.does(review, 'approve', { opinion: '拟同意' });
    expect(played.state.tasks.review?.awaiting).toMatchObject({ action: 'approve', by: review.id });
    expect(played.state.steps.review).toBeUndefined();
    expect(played.state.clocks.month?.state).toBe('running');
    expect(played.refusal(review, 'approve')).toBe('ACTION_NOT_ALLOWED');
    played.on('2026-03-03').does(leader, 'cosign');
    expect(played.state.steps.review).toMatchObject({ by: review.id, input: { opinion: '拟同意' }, on: '2026-03-03' });
    expect(played.state.doers.review).toBe(review.id);
    expect(played.state.clocks.month).toMatchObject({ state: 'met', endedOn: '2026-03-03' });
  });

  it('is asked only of those who handle cases here', () => {
    const played = acceptedCase();
    played.does(review, 'claim');
    for (const target of [people.administrator, elsewhere, review])
      expect(played.refusal(review, 'addCosigner', { position: 'before' }, { target })).toBe('TASK_ASSIGNEE_INVALID');
  });
});

describe('the second review', () => {
  const reviewedByBoth = () => {
    const played = acceptedCase();
    played.does(reviewAndSecond, 'approve');
    return played;
  };

  it('is never done by the reviewer, nor claimed by them, nor handed to them', () => {
    const played = reviewedByBoth();
    expect(played.refusal(reviewAndSecond, 'confirm')).toBe('TASK_SAME_PERSON');
    expect(played.refusal(reviewAndSecond, 'claim')).toBe('TASK_SAME_PERSON');
    expect(played.refusal(head, 'handOver', {}, { target: reviewAndSecond })).toBe('TASK_ASSIGNEE_INVALID');
    played.does(secondReview, 'claim');
    expect(played.refusal(secondReview, 'delegate', {}, { target: reviewAndSecond })).toBe('TASK_ASSIGNEE_INVALID');
  });

  it('by another ends the case, and it is served when it is recorded', () => {
    const played = reviewedByBoth();
    played.does(secondReview, 'confirm');
    expect(played.state).toMatchObject({ outcome: 'completed', phase: 'concluded', ended: false });
    expect(played.refusal(secondReview, 'confirm')).toBe('CASE_CLOSED');
    played.on('2026-03-03').does(window, 'serve');
    expect(played.state).toMatchObject({ servedOn: '2026-03-03', ended: true });
  });
});

describe('the list of actions', () => {
  it('says for each viewer why not', () => {
    const { state } = openedCase();
    const listed = (actor = window) =>
      Object.fromEntries(
        publishedActions(state, actor, { now: '2026-03-02T02:00:00.000Z' }).map(({ action, allowed, reason }) => [
          action,
          allowed || reason?.code,
        ]),
      );
    expect(listed(window)).toMatchObject({
      accept: true,
      refuse: true,
      claim: true,
      requestSupplement: 'MATERIALS_COMPLETE',
    });
    expect(listed(review)).toMatchObject({ accept: 'ACCESS_DENIED', remind: true, terminate: 'ACCESS_DENIED' });
    expect(listed(head)).toMatchObject({ terminate: true, handOver: true });
    expect(listed(window).withdraw).toBeUndefined();
  });
});
