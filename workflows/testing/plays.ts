import type { ActCommand, Actor, CaseStart, OpenCommand } from '@due-process/contracts';
import type { CaseBench } from './case-bench';
import type { CaseOnBench } from './case-on-bench';
import { form } from './inputs';
import { applicationOf, peopleOf, startOf } from './people';
import { testRules } from './test-rules';

type Step = (file: CaseOnBench, bench: CaseBench) => Promise<unknown>;
/** One way through a story: how it is opened and what happens then, each step left to come to rest. */
export interface Play {
  name: string;
  start: () => CaseStart;
  application?: Partial<OpenCommand>;
  steps: Step[];
}

const yantai = peopleOf('370600');
const qingdao = peopleOf('370200');
const { window, review, finance } = yantai;

const act =
  (actor: Actor, action: string, input: ActCommand['input'] = {}): Step =>
  (file) =>
    file.act(actor, action, input);
const letter =
  (type: 'contactLetter' | 'informationForm'): Step =>
  (file) =>
    file.letter({ letterNo: `from-${file.start.caseNo}`, type }, '2024-03-11');
const fund =
  (outcome: 'done' | 'rejected'): Step =>
  async (_file, bench) =>
    (bench.effects.settleAccount = async () => ({ outcome, data: outcome === 'done' ? {} : { reason: 'X' } }));

/** Every story of the product, each branch of it once. */
export const productPlays: Play[] = [
  { name: 'certificate', start: () => startOf('YT-2.1'), steps: [act(window, 'accept')] },
  { name: 'certificate-at-once', start: () => startOf('YT-2.1'), application: { acceptNow: true }, steps: [] },
  {
    name: 'certificate-refused',
    start: () => startOf('YT-2.1'),
    steps: [act(window, 'refuse', { reason: '测试' })],
  },
  {
    name: 'transfer-out',
    start: () => startOf('YT-2.2'),
    steps: [
      act(window, 'accept'),
      letter('contactLetter'),
      act(window, 'sendInformationForm', form.information),
      act(finance, 'settleAccount', form.transfer),
      act(window, 'serve'),
    ],
  },
  {
    name: 'transfer-out-supplemented',
    start: () => startOf('YT-2.2'),
    application: { materials: [] },
    steps: [
      act(window, 'claim'),
      act(window, 'requestSupplement', { asked: '请补交' }),
      letter('contactLetter'),
      act(window, 'receiveSupplement', { materials: [{ id: 'applicantIdentity', status: 'received' }] }),
      act(window, 'accept'),
      act(window, 'sendInformationForm', form.information),
      fund('rejected'),
      act(finance, 'settleAccount', form.withdrawal),
      fund('done'),
      act(finance, 'settleAccount', form.transfer),
      act(window, 'serve'),
    ],
  },
  {
    name: 'transfer-out-reviewed',
    start: () => startOf('QD-3.1'),
    steps: [
      act(qingdao.window, 'accept'),
      act(qingdao.review, 'requestSupplement', { materials: [{ id: 'applicantIdentity', status: 'missing' }] }),
      act(qingdao.window, 'receiveSupplement', { materials: [{ id: 'applicantIdentity', status: 'received' }] }),
      act(qingdao.review, 'approve'),
      letter('contactLetter'),
      act(qingdao.review, 'sendInformationForm', form.information),
      act(qingdao.finance, 'settleAccount', form.transfer),
      act(qingdao.window, 'serve'),
    ],
  },
  {
    name: 'transfer-out-brought-over',
    start: () => startOf('YT-2.2'),
    steps: [
      (file) => file.actOn('2024-03-04', window, 'accept'),
      // The silence is long over: the other place is reminded in the same breath.
      (file) => file.handle.query('state'),
      letter('contactLetter'),
      act(yantai.head, 'terminate', { reason: '测试' }),
    ],
  },
  {
    name: 'transfer-out-rejected',
    start: () => startOf('QD-3.1'),
    steps: [act(qingdao.window, 'accept'), act(qingdao.review, 'reject', { reason: '测试' })],
  },
  {
    name: 'transfer-out-cancelled',
    start: () => startOf('QD-3.1'),
    application: { channel: 'online' },
    steps: [
      act(qingdao.window, 'accept'),
      letter('contactLetter'),
      act(qingdao.window, 'cancelApplication', { reason: '测试' }),
    ],
  },
  {
    name: 'transfer-in',
    start: () => startOf('YT-2.3'),
    steps: [
      act(window, 'accept'),
      letter('informationForm'),
      act(window, 'completeTransferIn', form.transferIn),
      act(window, 'serve'),
    ],
  },
  {
    name: 'transfer-in-reviewed',
    start: () => startOf('QD-3.2'),
    steps: [
      act(qingdao.window, 'accept'),
      act(qingdao.review, 'approve'),
      letter('informationForm'),
      act(qingdao.review, 'completeTransferIn', form.transferIn),
      act(qingdao.window, 'serve'),
    ],
  },
];

/** Branches side by side, sent back and withdrawn: what only the tests' own stories show. */
export const testPlays: Play[] = [
  {
    name: 'side-by-side',
    start: () => startOf('TEST', { rules: testRules('sideBySide') }),
    steps: [
      act(window, 'accept'),
      act(review, 'finish-first'),
      act(review, 'finish-upper'),
      act(review, 'finish-right'),
      act(review, 'back-from-lower'),
      act(review, 'finish-first'),
      act(review, 'withdraw'),
      act(review, 'finish-first'),
      act(review, 'finish-left'),
      act(review, 'finish-upper'),
      act(review, 'finish-lower'),
      act(review, 'withdraw'),
      act(review, 'finish-lower'),
      act(review, 'finish-right'),
      act(review, 'finish-last'),
    ],
  },
];

/** Four acts after the registration, nothing outside: what the engine costs. */
export const plainPlay: Play = {
  name: 'plain',
  start: () => startOf('TEST', { rules: testRules('plain') }),
  steps: [act(window, 'accept'), act(review, 'finish-first'), act(review, 'finish-left'), act(review, 'finish-last')],
};

export async function openPlay(bench: CaseBench, play: Play, more: Partial<CaseStart> = {}): Promise<CaseOnBench> {
  const start = { ...play.start(), ...more };
  const file = await bench.open(start, applicationOf(start, play.application));
  await file.quiet();
  return file;
}

export async function playStep(bench: CaseBench, step: Step, file: CaseOnBench): Promise<void> {
  await step(file, bench);
  await file.quiet();
}

/** What the journal tells, apart from the number of the case, the instants, and the order in which deliveries came back. */
export function storyTold(file: CaseOnBench): string[] {
  const delivered = (type: string, data: unknown): boolean =>
    type === 'stepSettled' && (data as { result: { key: string } }).result.key.startsWith('post:');
  const lines = file.events().map(({ type, data, by, occurredOn, version, command }) => ({
    late: delivered(type, data),
    text: JSON.stringify({
      type,
      data,
      by,
      occurredOn,
      action: command?.action,
      ...(delivered(type, data) ? {} : { version }),
    })
      .replaceAll(file.start.caseNo, '<case>')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<instant>'),
  }));
  return [
    ...lines.filter(({ late }) => !late),
    ...lines.filter(({ late }) => late).sort((a, b) => (a.text < b.text ? -1 : 1)),
  ].map(({ text }) => text);
}
