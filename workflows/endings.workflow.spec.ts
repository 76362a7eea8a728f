import type { Actor, Outcome } from '@due-process/contracts';
import { CaseBench } from './testing/case-bench';
import type { CaseOnBench } from './testing/case-on-bench';
import { form } from './testing/inputs';
import { applicationOf, peopleOf, startOf } from './testing/people';

/** Every way in which a case ends before its time, at every place it can be in; and 补正 before and after acceptance. */
let bench: CaseBench;
beforeAll(async () => {
  bench = await CaseBench.start();
});
afterAll(() => bench?.stop());

const { window, review, finance, head } = peopleOf('370200');
const open = (more: Parameters<typeof applicationOf>[1] = {}): Promise<CaseOnBench> => {
  const start = startOf('QD-3.1');
  return bench.open(start, applicationOf(start, { receivedOn: '2024-03-04', ...more }));
};

type Step = (file: CaseOnBench) => Promise<unknown>;
/** The places of a transfer out with review, and the step that leads on from each. */
const way: [place: string, on: Step][] = [
  ['intake', (file) => file.actOn('2024-03-05', window, 'accept')],
  ['review', (file) => file.actOn('2024-03-06', review, 'approve')],
  [
    'waiting for the contact letter',
    (file) => file.letter({ letterNo: `L-${file.start.caseNo}`, type: 'contactLetter' }, '2024-03-07'),
  ],
  ['the information form', (file) => file.actOn('2024-03-08', review, 'sendInformationForm', form.information)],
  ['the account', async () => undefined],
];
const places = way.map(([place]) => place);

async function at(place: string): Promise<CaseOnBench> {
  const file = await open();
  for (const [, on] of way.slice(0, places.indexOf(place))) await on(file);
  return file;
}

/** The case as it is when its run is over; what must be gone by then is listed. */
async function ended(file: CaseOnBench) {
  await file.quiet();
  await file.handle.result();
  const { outcome, phase, ended: over, tasks, waits, clocks } = file.told();
  const running = Object.values(clocks).filter((clock) => ['running', 'paused'].includes(clock.state));
  return { outcome, phase, over, left: [tasks, waits].flatMap((rows) => Object.keys(rows)), running };
}
const after = (outcome: Outcome) => ({ outcome, phase: outcome, over: true, left: [], running: [] });

const acts: { action: string; actor: Actor; outcome: Outcome; where: string[]; document?: string[] }[] = [
  { action: 'cancelApplication', actor: window, outcome: 'cancelled', where: places },
  { action: 'terminate', actor: head, outcome: 'terminated', where: places },
  { action: 'refuse', actor: window, outcome: 'notAccepted', where: ['intake'], document: ['nonAcceptanceNotice'] },
  { action: 'reject', actor: review, outcome: 'rejected', where: ['review'], document: ['rejectionDecision'] },
];

describe.each(acts)('$action', ({ action, actor, outcome, where, document }) => {
  it.each(where)('ends the case at %s', async (place) => {
    const file = await at(place);
    await file.act(actor, action, { reason: '测试' });
    expect(await ended(file)).toEqual(after(outcome));
    expect(file.told().documents.map(({ type }) => type)).toEqual(expect.arrayContaining(document ?? []));
  });
});

describe.each(acts.filter(({ where }) => where.length < places.length))('$action', ({ action, actor, where }) => {
  it.each(places.filter((place) => !where.includes(place)))('is refused at %s', async (place) => {
    const file = await at(place);
    const before = await file.quiet();
    await expect(file.act(actor, action, { reason: '测试' })).rejects.toMatchObject({
      cause: { type: 'ACTION_NOT_ALLOWED' },
    });
    expect(file.told()).toEqual(before);
  });
});

describe('a case ended while the fund is being asked', () => {
  it('takes no notice of the answer and ends when it has come', async () => {
    const file = await at('the account');
    let pay: () => void = () => undefined;
    bench.effects.settleAccount = () => new Promise((resolve) => (pay = () => resolve({ outcome: 'done', data: {} })));
    await file.act(finance, 'settleAccount', form.transfer);
    await file.act(head, 'terminate', { reason: '测试' });
    const types = file.types();
    pay();
    expect(await ended(file)).toEqual(after('terminated'));
    expect(file.types()).toEqual(types);
  });
});

describe('the letter of another agency', () => {
  it('is answered as refused when the case ends without using it', async () => {
    const file = await at('the information form');
    await file.act(window, 'cancelApplication', { reason: '测试' });
    expect(await ended(file)).toEqual(after('cancelled'));
    const receipts = bench.asked.filter(
      ({ name, effect }) => name === 'sendReceipt' && effect.caseNo === file.start.caseNo,
    );
    expect(receipts.map(({ effect }) => effect.input)).toEqual([
      { receipt: expect.objectContaining({ letterNo: `L-${file.start.caseNo}`, kind: 'refused' }) },
    ]);
  });
});

describe('a supplement', () => {
  it('before acceptance has a limit of its own and starts nothing statutory', async () => {
    const file = await open({ materials: [] });
    await file.actOn('2024-03-05', window, 'requestSupplement', { asked: '请补交' });
    let state = file.told();
    expect(state).toMatchObject({ phase: 'awaitingSupplement', openNotice: { missing: ['applicantIdentity'] } });
    // From 6 March: 6–8: 3, 11–15: 8, 18, 19: 10.
    expect(state.clocks.supplement).toMatchObject({ startedOn: '2024-03-05', dueOn: '2024-03-19', state: 'running' });
    expect(state.clocks.inProvinceLimit).toBeUndefined();
    await file.actOn('2024-03-12', window, 'receiveSupplement', {
      materials: [{ id: 'applicantIdentity', status: 'received' }],
    });
    state = file.told();
    expect(state.clocks.supplement).toMatchObject({ state: 'met', used: 5 });
    await file.actOn('2024-03-12', window, 'accept');
    expect(file.told().clocks.inProvinceLimit).toMatchObject({ startedOn: '2024-03-12', dueOn: '2024-03-25' });
  });

  it('after acceptance leaves the days between uncounted', async () => {
    const file = await at('review');
    await file.actOn('2024-03-06', review, 'requestSupplement', {
      materials: [{ id: 'applicantIdentity', status: 'missing' }],
    });
    expect(file.told().clocks.inProvinceLimit).toMatchObject({ state: 'paused', startedOn: '2024-03-05' });
    await file.actOn('2024-03-11', window, 'receiveSupplement', {
      materials: [{ id: 'applicantIdentity', status: 'received' }],
    });
    // Nine from 6 March would be 18 March; 7, 8 and 11 March do not count: 21 March.
    expect(file.told().clocks.inProvinceLimit).toMatchObject({ state: 'running', dueOn: '2024-03-21' });
    expect(file.told().pauses).toMatchObject([{ cause: 'supplement', openedOn: '2024-03-06', endedOn: '2024-03-11' }]);
    await file.actOn('2024-03-11', review, 'approve');
    expect((await file.quiet()).letters).toHaveProperty(`${file.start.caseNo}-L01`);
  });

  it('that never comes lets the clerk close the case after its limit', async () => {
    const file = await open({ materials: [] });
    await file.actOn('2024-03-05', window, 'requestSupplement', {});
    await file.act(window, 'closeUnsupplemented');
    expect(await ended(file)).toEqual(after('notAccepted'));
  });
});
