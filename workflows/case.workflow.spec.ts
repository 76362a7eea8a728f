import type { CaseState, ClockState } from '@due-process/contracts';
import { CaseBench } from './testing/case-bench';
import type { CaseOnBench } from './testing/case-on-bench';
import { applicationOf, peopleOf, startOf } from './testing/people';
import { form } from './testing/inputs';

/**
 * Every story on the engine with its dates worked by hand. March 2024 has no public holiday: working days are Monday to Friday
 * (4 March 2024 is a Monday). Acts of the fund section carry no past date and so happen on the day of the run.
 */
let bench: CaseBench;
beforeAll(async () => {
  bench = await CaseBench.start();
});
afterAll(() => bench?.stop());

const yantai = peopleOf('370600');
const qingdao = peopleOf('370200');

const open = (item: string, more: Parameters<typeof applicationOf>[1] = {}): Promise<CaseOnBench> => {
  const start = startOf(item);
  return bench.open(start, applicationOf(start, { receivedOn: '2024-03-04', ...more }));
};

/** A clock as the situation speaks of it: `start → due state (used)`. */
function clock(state: CaseState, id: string): string {
  const { startedOn, dueOn, state: how, used } = state.clocks[id] as ClockState;
  return `${startedOn} → ${dueOn} ${how}${used === undefined ? '' : ` (${used})`}`;
}
const documents = (state: CaseState): string[] => state.documents.map(({ type }) => type);
/** Letters of the story; when reminders go out is the alarm's matter. */
const letters = (state: CaseState): string[] =>
  Object.values(state.letters)
    .filter(({ type }) => type !== 'reminder')
    .map(({ type, direction, state: how }) => `${direction} ${type} ${how}`);
const stages = (state: CaseState): string[] => Object.values(state.tasks).map(({ stage }) => stage);

describe('YT-2.1, the certificate', () => {
  it('is issued and sent in the act of acceptance, and is served by being issued', async () => {
    const file = await open('YT-2.1');
    expect(file.told()).toMatchObject({ phase: 'received', receivedOn: '2024-03-04' });
    await file.actOn('2024-03-05', yantai.window, 'accept');
    expect(await file.handle.result()).toEqual({ caseNo: file.start.caseNo, outcome: 'completed' });
    const state = file.told();
    expect(state).toMatchObject({
      phase: 'concluded',
      acceptedOn: '2024-03-05',
      concludedOn: '2024-03-05',
      servedOn: '2024-03-05',
      ended: true,
    });
    expect(documents(state)).toEqual(expect.arrayContaining(['receipt', 'enrolmentCertificate']));
    expect(letters(state)).toEqual(['out enrolmentCertificate queued']);
    expect(bench.asked.filter(({ effect }) => effect.caseNo === state.caseNo)).toHaveLength(1);
  });

  it('is issued in the act of registration when it is accepted on the spot', async () => {
    const before = bench.journal.calls;
    const file = await open('YT-2.1', { acceptNow: true });
    expect(bench.journal.calls - before).toBe(1);
    expect(file.told()).toMatchObject({ outcome: 'completed', acceptedOn: '2024-03-04', ended: true });
    expect(await file.handle.result()).toMatchObject({ outcome: 'completed' });
  });

  it('stays a task when it asks for acceptance on the spot and a material is missing', async () => {
    const file = await open('YT-2.1', { acceptNow: true, materials: [] });
    expect(stages(file.told())).toEqual(['intake']);
    await expect(file.act(yantai.window, 'accept')).rejects.toMatchObject({ cause: { type: 'MATERIALS_INCOMPLETE' } });
  });
});

describe('YT-2.2, transfer out', () => {
  it('runs from the application to the account', async () => {
    const file = await open('YT-2.2');
    await file.actOn('2024-03-04', yantai.window, 'accept');
    let state = await file.quiet();
    expect(letters(state)).toEqual(['out enrolmentCertificate queued']);
    // The first of 15 working days is 5 March; 5–8: 4, 11–15: 9, 18–22: 14, 25: 15.
    expect(clock(state, 'contactLetterAwaited')).toBe('2024-03-04 → 2024-03-25 running');

    await file.letter({ letterNo: 'QD-1', type: 'contactLetter', inReplyTo: `${file.start.caseNo}-L01` }, '2024-03-11');
    state = file.told();
    expect(stages(state)).toEqual(['prepareInformationForm']);
    expect(clock(state, 'contactLetterAwaited')).toBe('2024-03-04 → 2024-03-25 met (5)');
    // From 12 March: 12–15: 4, 18–22: 9, 25: 10; promised 8: 21 March.
    expect(clock(state, 'informationForm')).toBe('2024-03-11 → 2024-03-25 running');
    expect(clock(state, 'informationFormPromised')).toBe('2024-03-11 → 2024-03-21 running');

    await file.actOn('2024-03-22', yantai.window, 'sendInformationForm', form.information);
    state = await file.quiet();
    expect(clock(state, 'informationForm')).toBe('2024-03-11 → 2024-03-25 met (9)');
    expect(clock(state, 'informationFormPromised')).toBe('2024-03-11 → 2024-03-21 overrun (9)');
    expect(letters(state)).toEqual([
      'out enrolmentCertificate queued',
      'in contactLetter processed',
      'out informationForm queued',
    ]);
    expect(Object.values(state.letters).find(({ type }) => type === 'informationForm')).toMatchObject({
      inReplyTo: 'QD-1',
      issuedOn: '2024-03-22',
      body: { paidMonths: 128, periods: [{ from: '2015-07', to: '2024-02', months: 128 }] },
    });
    expect(stages(state)).toEqual(['settlePersonalAccount']);
    // 25–29 March are 5 working days.
    expect(clock(state, 'settlePersonalAccountStep')).toBe('2024-03-22 → 2024-03-29 running');

    await file.act(yantai.finance, 'settleAccount', form.transfer);
    state = await file.quiet();
    expect(state).toMatchObject({ phase: 'concluded', outcome: 'completed', ended: false });
    expect(documents(state)).toEqual([
      'receipt',
      'acceptanceNotice',
      'enrolmentCertificate',
      'informationForm',
      'conclusionNotice',
    ]);
    await file.act(yantai.window, 'serve');
    expect(await file.handle.result()).toEqual({ caseNo: file.start.caseNo, outcome: 'completed' });
    expect(file.told()).toMatchObject({ ended: true });
    expect(file.eventsOf('served')[0]?.data.how).toBe('recorded');
  });

  it('asks the clerk again when the fund refuses, under another key', async () => {
    const file = await open('YT-2.2');
    await file.actOn('2024-03-04', yantai.window, 'accept');
    await file.letter({ letterNo: 'QD-2', type: 'contactLetter' }, '2024-03-11');
    await file.actOn('2024-03-12', yantai.window, 'sendInformationForm', form.information);
    const refusals = [{ outcome: 'rejected' as const, data: { reason: 'PAYEE_UNKNOWN' } }];
    bench.effects.settleAccount = async () => refusals.shift() ?? { outcome: 'done', data: {} };
    await file.act(yantai.finance, 'settleAccount', form.withdrawal);
    let state = await file.quiet();
    expect(Object.keys(state.tasks)).toEqual(['settlePersonalAccount#2']);
    expect(state.steps['effect:settleAccount']).toMatchObject({
      action: 'rejected',
      input: { reason: 'PAYEE_UNKNOWN' },
    });
    await file.act(yantai.finance, 'settleAccount', form.withdrawal);
    state = await file.quiet();
    expect(state).toMatchObject({ outcome: 'completed' });
    const payments = bench.asked.filter(
      ({ name, effect }) => name === 'settleAccount' && effect.caseNo === state.caseNo,
    );
    expect(payments.map(({ effect }) => effect.key)).toEqual([
      `${state.caseNo}:effect:settleAccount`,
      `${state.caseNo}:effect:settleAccount#2`,
    ]);
    expect(payments[1]?.effect.input).toEqual({ kind: 'accountWithdrawal', amountFen: 100, payeeRef: 'payee-1' });
  });

  it('takes up a contact letter that came before anybody waited for it, with the clock from its day', async () => {
    const file = await open('YT-2.2');
    await file.letter({ letterNo: 'QD-3', type: 'contactLetter' }, '2024-03-06');
    expect(letters(file.told())).toEqual(['in contactLetter parked']);
    await file.actOn('2024-03-08', yantai.window, 'accept');
    const state = await file.quiet();
    expect(stages(state)).toEqual(['prepareInformationForm']);
    // From 7 March: 7–8: 2, 11–15: 7, 18–20: 10.
    expect(clock(state, 'informationForm')).toBe('2024-03-06 → 2024-03-20 running');
  });
});

describe('QD-3.1, transfer out with review', () => {
  it('counts nine working days inside the province from acceptance to conclusion', async () => {
    const file = await open('QD-3.1');
    await file.actOn('2024-03-04', qingdao.window, 'accept');
    expect(file.told()).toMatchObject({ phase: 'inReview' });
    expect(clock(file.told(), 'inProvinceLimit')).toBe('2024-03-04 → 2024-03-15 running');
    expect(file.told().clocks.outOfProvinceLimit).toBeUndefined();
    await file.actOn('2024-03-05', qingdao.review, 'approve');
    await file.letter({ letterNo: 'YT-1', type: 'contactLetter' }, '2024-03-07');
    await file.actOn('2024-03-08', qingdao.review, 'sendInformationForm', form.information);
    await file.act(qingdao.finance, 'settleAccount', form.transfer);
    const state = await file.quiet();
    expect(state).toMatchObject({ outcome: 'completed' });
    // Paid on the day of the run, long after 15 March 2024.
    expect(state.clocks.inProvinceLimit).toMatchObject({ state: 'overrun', dueOn: '2024-03-15' });
    expect(clock(state, 'reviewStep')).toBe('2024-03-04 → 2024-03-06 met (1)');
    await file.handle.result();
    expect(file.eventsOf('served')[0]?.data.how).toBe('limit');
  });

  it('counts fifteen outside the province, and is reviewed by the system when it came online', async () => {
    const file = await open('QD-3.1', {
      channel: 'online',
      form: { otherPlace: { code: '110000', name: '北京市' } },
    });
    await file.actOn('2024-03-04', qingdao.window, 'accept');
    const state = await file.quiet();
    expect(clock(state, 'outOfProvinceLimit')).toBe('2024-03-04 → 2024-03-25 running');
    expect(state.steps.review).toMatchObject({ action: 'approve' });
    expect(file.eventsOf('taskOpened').map(({ data }) => data.task.stage)).toEqual(['intake']);
    expect(letters(state)).toEqual(['out enrolmentCertificate queued']);
  });
});

describe.each([
  // From 19 March: 19–22: 4, 25–29: 9, 1 April: 10.
  {
    item: 'YT-2.3',
    people: yantai,
    reviewed: false,
    clerk: yantai.window,
    limit: 'transferIn',
    term: '2024-03-18 → 2024-04-01 running',
  },
  // From acceptance on 4 March: 5–8: 4, 11–15: 9.
  {
    item: 'QD-3.2',
    people: qingdao,
    reviewed: true,
    clerk: qingdao.review,
    limit: 'inProvinceLimit',
    term: '2024-03-04 → 2024-03-15 running',
  },
])('$item, transfer in', ({ item, people, reviewed, clerk, limit, term }) => {
  it('runs from the contact letter to the registration of the periods', async () => {
    const file = await open(item);
    await file.actOn('2024-03-04', people.window, 'accept');
    if (reviewed) await file.actOn('2024-03-05', people.review, 'approve');
    let state = await file.quiet();
    expect(letters(state)).toEqual(['out contactLetter queued']);
    await file.letter({ letterNo: `B-${item}`, type: 'informationForm' }, '2024-03-18');
    state = file.told();
    expect(stages(state)).toEqual(['registerTransferIn']);
    expect(clock(state, limit)).toBe(term);
    await file.actOn('2024-03-20', clerk, 'completeTransferIn', form.transferIn);
    state = await file.quiet();
    expect(state).toMatchObject({ outcome: 'completed' });
    expect(letters(state)).toEqual(['out contactLetter queued', 'in informationForm processed']);
    await file.act(people.window, 'serve');
    expect(await file.handle.result()).toMatchObject({ outcome: 'completed' });
  });
});
