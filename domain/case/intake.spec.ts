import {
  acceptedCase,
  enrolment,
  openedCase,
  people,
  received,
  reviewRules,
  transferRules,
} from '../../test/factories';
import { openCase, publishedActions } from '.';
import { caseStart, openCommand } from '../../test/factories';

const { window, review, head, supervise } = people;
const named = (...ids: string[]) => ({ materials: received(...ids) });

describe('registering an application', () => {
  it('gives a receipt and starts what the opening starts', () => {
    const { events, state } = openCase(caseStart(), openCommand(), '2026-03-02T01:00:00.000Z');
    expect(events.map((event) => event.type)).toEqual(['caseOpened', 'documentIssued']);
    expect(state.documents[0]).toMatchObject({ type: 'receipt', documentNo: `${state.caseNo}-D01` });
    expect(state.materials.identity).toEqual({ id: 'identity', status: 'received', on: '2026-03-02' });
  });

  it('puts the first task before the office that took it, with the true date', () => {
    const { state } = openedCase(reviewRules(), { receivedOn: '2026-02-25' });
    expect(state.tasks.intake).toMatchObject({ unit: 'zhifu', role: 'window', openedOn: '2026-02-25', arming: 1 });
    expect(state.clocks.intakeStep).toMatchObject({ startedOn: '2026-02-25', dueOn: '2026-02-26' });
  });

  it('accepts at once what is complete, and leaves to a person what is not', () => {
    expect(openedCase(reviewRules(), { acceptNow: true }).state).toMatchObject({
      acceptedOn: '2026-03-02',
      phase: 'inReview',
      tasks: { review: {} },
    });
    const incomplete = openedCase(reviewRules(), { acceptNow: true, materials: [] });
    expect(incomplete.state.acceptedOn).toBeUndefined();
    expect(Object.keys(incomplete.state.tasks)).toEqual(['intake']);
  });
});

describe('accepting', () => {
  it('starts the limits that count from acceptance, and meets the step', () => {
    const { state } = acceptedCase();
    expect(state.clocks).toMatchObject({
      statutory: { startedOn: '2026-03-02', dueOn: '2026-03-30', state: 'running' },
      promised: { dueOn: '2026-03-16' },
      month: { dueOn: '2026-04-02' },
      intakeStep: { state: 'met', used: 0 },
    });
    expect(state.doers.intake).toBe(window.id);
  });

  it('is refused with the names of everything missing', () => {
    const played = openedCase(reviewRules(), { materials: [], variant: 'byProxy' });
    expect(played.refusal(window, 'accept')).toBe('MATERIALS_INCOMPLETE');
    expect(played.refusalWords(window, 'accept')).toBe('缺少：身份证件、申请表、代办委托书');
  });

  it('asks only for the papers of the case’s own variant', () => {
    expect(openedCase(reviewRules(), { variant: 'bySelf' }).refusal(window, 'accept')).toBe('accepted');
    expect(openedCase(reviewRules(), { variant: 'byProxy' }).refusal(window, 'accept')).toBe('MATERIALS_INCOMPLETE');
  });

  it('is offered while the platform could not be asked, and asks it when it is done', () => {
    const played = openedCase(transferRules(), { facts: [enrolment('unknown')] });
    const offer = publishedActions(played.state, window, { now: '2026-03-02T01:30:00.000Z' });
    expect(offer.find(({ action }) => action === 'accept')).toMatchObject({ allowed: true });
    expect(played.refusal(window, 'accept')).toBe('FACT_NOT_SATISFIED');
    played.does(window, 'accept', {}, { facts: [enrolment('suspended', '2026-03-02T02:00:00.000Z')] });
    expect(played.state.acceptedOn).toBe('2026-03-02');
  });

  it('is refused in the item’s words while an outside fact does not hold', () => {
    const played = openedCase(transferRules(), { facts: [enrolment('active')] });
    expect(played.refusal(window, 'accept')).toBe('FACT_NOT_SATISFIED');
    expect(played.refusalWords(window, 'accept')).toBe('尚未办理停保手续');
    played.does(window, 'accept', {}, { facts: [enrolment('suspended', '2026-03-02T02:00:00.000Z')] });
    expect(played.state.facts.enrolment).toMatchObject({ value: 'suspended', source: '核心业务平台' });
  });

  it('takes a fact that nobody has asked for as one that does not hold', () => {
    expect(openedCase(transferRules(), { facts: [] }).refusal(window, 'accept')).toBe('FACT_NOT_SATISFIED');
  });
});

describe('refusing an application', () => {
  it('ends it as 不予受理 with the failing fact and the clerk’s words, told and served at once', () => {
    const played = openedCase(transferRules(), { facts: [enrolment('active')] });
    const { events } = played.does(window, 'refuse', { reason: '请先停保' });
    expect(played.state).toMatchObject({
      phase: 'notAccepted',
      outcome: 'notAccepted',
      outcomeReason: '尚未办理停保手续；请先停保',
      ended: true,
      tasks: {},
    });
    expect(played.state.documents.at(-1)).toMatchObject({
      type: 'nonAcceptanceNotice',
      data: { reason: '尚未办理停保手续；请先停保' },
    });
    expect(events.at(-1)).toMatchObject({ type: 'served', data: { how: 'atOnce' } });
    expect(played.refusal(window, 'note', { text: '补记' })).toBe('CASE_CLOSED');
  });
});

describe('一次性告知', () => {
  it('names everything missing in one notice and stops nothing before acceptance', () => {
    const played = openedCase(reviewRules(), { materials: [] });
    const { events } = played.does(window, 'requestSupplement');
    expect(events.filter((event) => event.type === 'supplementRequested')).toHaveLength(1);
    expect(played.state.openNotice).toEqual({
      documentNo: `${played.state.caseNo}-D02`,
      missing: ['identity', 'application'],
      requestedOn: '2026-03-02',
    });
    expect(played.state.documents.at(-1)?.data).toEqual({
      missing: [
        { id: 'identity', name: '身份证件' },
        { id: 'application', name: '申请表' },
      ],
    });
    expect(played.state).toMatchObject({
      phase: 'awaitingSupplement',
      pauses: [],
      clocks: { intakeStep: { state: 'met' } },
    });
    // 3–6 March 4, 9–13 March 9, 16 March 10
    expect(played.dueOn('supplement')).toBe('2026-03-16');
  });

  it('is refused when nothing is missing, and while one is open', () => {
    const complete = openedCase();
    expect(complete.refusal(window, 'requestSupplement')).toBe('MATERIALS_COMPLETE');
    const open = openedCase(reviewRules(), { materials: [] });
    open.does(window, 'requestSupplement');
    expect(open.refusal(window, 'requestSupplement')).toBe('ACTION_NOT_ALLOWED');
  });

  it('stays open until all has come', () => {
    const played = openedCase(reviewRules(), { materials: [] });
    played.does(window, 'requestSupplement');
    played.on('2026-03-04').does(window, 'receiveSupplement', named('identity'));
    expect(played.state.openNotice).toBeDefined();
    expect(played.state.clocks.supplement?.state).toBe('running');
    played.on('2026-03-05').does(window, 'receiveSupplement', named('application'));
    expect(played.state.openNotice).toBeUndefined();
    expect(played.state.clocks.supplement).toMatchObject({ state: 'met', endedOn: '2026-03-05', used: 3 });
    expect(played.state.phase).toBe('received');
    played.does(window, 'accept');
    expect(played.state.clocks.statutory?.startedOn).toBe('2026-03-05');
  });

  it('is answered by an acceptance, however the papers came', () => {
    const played = openedCase(reviewRules(), { materials: [] });
    played.does(window, 'requestSupplement');
    played.does(window, 'saveForm', named('identity', 'application'));
    played.does(window, 'accept');
    expect(played.state.openNotice).toBeUndefined();
    expect(played.state.clocks.supplement?.state).toBe('met');
  });

  it('is answered by an acceptance also when the paper is no longer asked for', () => {
    const rules = reviewRules();
    const [identity, application] = rules.materials;
    const onProxy = { ...application!, when: [{ field: 'form.proxy', in: [true] }] };
    const played = openedCase(
      { ...rules, materials: [identity!, onProxy] },
      { form: { proxy: true }, materials: received('identity') },
    );
    played.does(window, 'requestSupplement');
    played.does(window, 'saveForm', { form: { proxy: false } as never });
    played.does(window, 'accept');
    expect(played.state.openNotice).toBeUndefined();
    expect(played.state.clocks.supplement?.state).toBe('met');
  });

  it('a second time needs the reason of a head or a supervisor', () => {
    const played = openedCase(reviewRules(), { materials: received('identity') });
    played.does(window, 'requestSupplement');
    played.does(window, 'receiveSupplement', named('application'));
    played.does(window, 'accept');
    expect(played.refusal(review, 'requestSupplement', named('identity'))).toBe('SUPPLEMENT_REASON_REQUIRED');
    expect(played.refusal(head, 'requestSupplement', named('identity'))).toBe('SUPPLEMENT_REASON_REQUIRED');
    played.does(supervise, 'requestSupplement', { ...named('identity'), reason: '证件过期' });
    expect(played.state).toMatchObject({ supplementNotices: 2, openNotice: { missing: ['identity'] } });
  });

  it('unanswered at its limit lets the window end the case, not a day earlier', () => {
    const played = openedCase(reviewRules(), { materials: [] });
    played.does(window, 'requestSupplement');
    expect(played.on('2026-03-16').refusal(window, 'closeUnsupplemented')).toBe('ACTION_NOT_ALLOWED');
    played.on('2026-03-17').does(window, 'closeUnsupplemented');
    expect(played.state).toMatchObject({ outcome: 'notAccepted', outcomeReason: '逾期未补正材料' });
  });
});
