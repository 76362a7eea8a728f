import { acceptedCase, people, transferRules } from '../../test/factories';
import { publishedActions, repairRefusal } from '.';
import { messagesOf } from './messages-of';

const { window, review, finance, leader, supervise, administrator } = people;

/** A transfer whose account is being settled outside. */
function settling() {
  const played = acceptedCase(transferRules());
  played.letter('contactLetter', '2026-03-02');
  played.does(window, 'sendInformationForm', { paidMonths: 60 });
  played.does(finance, 'settleAccount', { amountFen: 100 });
  return played;
}
const payment = 'effect:settleAccount#1';
const types = (turn: { events: { type: string }[] }): string[] => turn.events.map((event) => event.type);

describe('a repair', () => {
  it('is in no published list, and refused to whoever is not supervising', () => {
    const played = acceptedCase();
    const listed = publishedActions(played.state, supervise, { now: '2026-03-02T02:00:00.000Z' });
    expect(listed.map(({ action }) => action)).not.toContain('repair');
    const input = { kind: 'restartStep', key: 'review', reason: 'r', proposedBy: leader.id };
    expect(played.refusal(review, 'repair', input)).toBe('ACCESS_DENIED');
    expect(played.refusal(administrator, 'repair', input)).toBe('ACCESS_DENIED');
  });

  it.each(['skip', 'restartStep', 'terminate'])('%s needs a second person, by the case’s own rule', (kind) => {
    const played = acceptedCase();
    expect(played.refusal(leader, 'repair', { kind, key: 'review', reason: 'r' })).toBe('SECOND_PERSON_REQUIRED');
    const own = { kind, key: 'review', reason: 'r', proposedBy: leader.id };
    expect(played.refusal(leader, 'repair', own)).toBe('SECOND_PERSON_REQUIRED');
  });

  it('begins an open step anew, its clock armed again, and the case says by whom and why', () => {
    const played = acceptedCase();
    const turn = played.does(leader, 'repair', {
      kind: 'restartStep',
      key: 'review',
      reason: '经办页面无法打开',
      proposedBy: supervise.id,
    });
    expect(types(turn)).toEqual(expect.arrayContaining(['repaired', 'taskCancelled', 'sentBack', 'taskOpened']));
    expect(turn.events[0]?.data).toEqual({
      kind: 'restartStep',
      key: 'review',
      reason: '经办页面无法打开',
      proposedBy: supervise.id,
    });
    expect(played.state.tasks).toMatchObject({ review: { arming: 2 } });
  });

  it('goes back to a settled step where nothing has left the house since', () => {
    const played = acceptedCase();
    played.does(review, 'approve');
    played.does(leader, 'repair', { kind: 'restartStep', key: 'review', reason: 'r', proposedBy: supervise.id });
    expect(Object.keys(played.state.tasks)).toEqual(['review']);
    expect(repairRefusal(settling().state, { kind: 'restartStep', key: 'prepareInformationForm' })?.code).toBe(
      'STEP_NOT_REVERSIBLE',
    );
  });

  it('gives a failing effect back to whoever entered it, with the reason', () => {
    const played = settling();
    played.does(supervise, 'repair', { kind: 'returnInput', reason: '账号位数不对' });
    expect(Object.keys(played.state.tasks)).toEqual(['settlePersonalAccount#2']);
    expect(played.state.steps[payment]).toMatchObject({ action: 'rejected', input: { reason: '账号位数不对' } });
  });

  it('skips an effect that was done by hand, which settles it', () => {
    const played = settling();
    played.does(leader, 'repair', { kind: 'skip', reason: '已线下划转', proposedBy: supervise.id, recordNo: '12' });
    expect(played.state.outcome).toBe('completed');
    expect(played.state.steps[payment]?.input).toEqual({ skipped: true, reason: '已线下划转', recordNo: '12' });
  });

  it('only notes a retry: the attempt itself is the engine’s', () => {
    const played = settling();
    expect(types(played.does(supervise, 'repair', { kind: 'retryNow', reason: '对方已恢复' }))).toEqual(['repaired']);
  });

  it('ends the case as 异常终止, but not while money may have moved', () => {
    const input = { kind: 'terminate', reason: '重复登记', proposedBy: supervise.id };
    expect(settling().refusal(leader, 'repair', input)).toBe('REPAIR_NOT_POSSIBLE');
    const played = acceptedCase();
    played.does(leader, 'repair', input);
    expect(played.state).toMatchObject({ outcome: 'terminated', outcomeReason: '重复登记' });
  });

  it.each([
    ['retryNow', '当前没有正在重试的对外操作'],
    ['returnInput', '当前没有正在重试的对外操作'],
    ['skip', '人工环节须由经办人作出决定，不能跳过，可改派'],
  ] as const)('%s cannot work on a person’s step, and says why', (kind, why) => {
    expect(repairRefusal(acceptedCase().state, { kind })?.detail).toBe(why);
  });

  it('never touches a letter that is on its way, nor waits that only another agency can end', () => {
    const played = acceptedCase(transferRules());
    const { state } = played;
    const post = Object.keys(state.waits).find((key) => key.startsWith('post:'));
    expect(repairRefusal(state, { kind: 'returnInput', key: post ?? '' })?.detail).toBe(
      '函件一经制发不得改动，只能重试',
    );
    expect(repairRefusal(state, { kind: 'skip', key: 'receive:contactLetter' })?.detail).toContain('请催办对方');
  });
});

describe('work moved to another unit', () => {
  it('waits there for whoever claims it', () => {
    const played = acceptedCase();
    played.does(review, 'claim');
    const { events } = played.does(supervise, 'moveTask', { unit: 'other-section', reason: '机构合并' });
    expect(messagesOf(played.state, events)).toMatchObject([{ to: { unit: 'other-section' } }]);
    expect(played.state.tasks.review).toMatchObject({ unit: 'other-section', assignee: undefined });
  });
});
