import type { Basis, ClockRule, FactRule, ItemRules, PauseRule, RungRule, StageRule } from '@due-process/contracts';
import { YANTAI } from './people';

/** Small items that use every notion of the kernel. The catalogue's real items are tested where the catalogue is. */
const basis: Basis = { section: '示例', own: true };

export const ladder: RungRule[] = [
  { id: 'half', share: 0.5, receivers: ['holder'] },
  { id: 'near', share: 0.8, receivers: ['holder', 'head'] },
  { id: 'due', due: true, receivers: ['holder', 'head'], sms: true },
  { id: 'late1', afterDue: 1, receivers: ['head', 'supervise'] },
  { id: 'late3', afterDue: 3, receivers: ['leader', 'supervise'] },
];

export const clockRule = (rule: Partial<ClockRule> & Pick<ClockRule, 'id' | 'startsOn' | 'metBy'>): ClockRule => ({
  kind: 'step',
  name: rule.id,
  quantity: 2,
  unit: 'workingDay',
  stoppedBy: [],
  ladder,
  basis,
  ...rule,
});

const step = (stage: string, more: Partial<ClockRule> = {}): ClockRule =>
  clockRule({ id: `${stage}Step`, startsOn: `taskOpened:${stage}`, metBy: [`taskDone:${stage}`], ...more });

const reason = { id: 'reason', label: '理由', type: 'longText' as const, required: true, maxLength: 500 };
const opinion = { id: 'opinion', label: '意见', type: 'longText' as const, maxLength: 500 };
const named = { id: 'materials', label: '需补正的材料', type: 'materials' as const, required: true };

const stages = {
  intake: {
    id: 'intake',
    name: '收件受理',
    shows: 'received',
    role: 'window',
    unit: 'office',
    basis,
    actions: [
      { id: 'accept', label: '受理', needs: ['materialsComplete', 'factsHold'] },
      { id: 'requestSupplement', label: '一次性告知补正', needs: ['materialsMissing'] },
      { id: 'refuse', label: '不予受理', input: [reason] },
    ],
  },
  review: {
    id: 'review',
    name: '审核',
    shows: 'inReview',
    role: 'review',
    unit: 'transfer-section',
    basis,
    actions: [
      { id: 'approve', label: '审核通过', input: [opinion], fact: 'reviewed' },
      { id: 'reject', label: '不予办理', input: [reason] },
      { id: 'requestSupplement', label: '一次性告知补正', input: [named] },
      { id: 'sendBackToWindow', label: '退回窗口', sendsBackTo: 'intake', input: [reason] },
    ],
  },
  secondReview: {
    id: 'secondReview',
    name: '复核',
    shows: 'awaitingSecondReview',
    role: 'secondReview',
    unit: 'transfer-section',
    notBy: ['review'],
    basis,
    actions: [
      { id: 'confirm', label: '复核通过', input: [opinion] },
      { id: 'sendBack', label: '退回审核', sendsBackTo: 'review', input: [reason] },
    ],
  },
  prepareInformationForm: {
    id: 'prepareInformationForm',
    name: '制发变更信息表',
    shows: 'accepted',
    role: 'window',
    unit: 'office',
    basis,
    actions: [
      {
        id: 'sendInformationForm',
        label: '发出变更信息表',
        input: [{ id: 'paidMonths', label: '缴费月数', type: 'number', required: true, min: 0, max: 720 }],
      },
    ],
  },
  settlePersonalAccount: {
    id: 'settlePersonalAccount',
    name: '个人账户资金处理',
    shows: 'accepted',
    role: 'finance',
    unit: 'fund-section',
    basis,
    actions: [
      {
        id: 'settleAccount',
        label: '办理划转或提取',
        input: [{ id: 'amountFen', label: '金额', type: 'amountFen', required: true, min: 0 }],
      },
    ],
  },
} satisfies Record<string, StageRule>;

const pauses: PauseRule[] = [
  {
    cause: 'supplement',
    name: '补正材料',
    legalBasis: '补正告知次日起至材料收到之日止',
    limit: { quantity: 10, unit: 'workingDay' },
    atLimit: 'tellHolder',
    basis,
  },
  {
    cause: 'specialProcedure',
    name: '特别程序',
    legalBasis: '特别程序所需时间不计入办理时限',
    limit: { quantity: 20, unit: 'workingDay' },
    atLimit: 'resume',
    needsDocument: true,
    basis,
  },
  { cause: 'hearing', name: '听证', legalBasis: '听证所需时间不计入办理时限', basis },
];

export const enrolmentFact: FactRule = {
  id: 'enrolment',
  name: '参保状态',
  lookup: 'enrolment',
  purpose: 'transferOut',
  accepted: ['suspended'],
  refusal: '尚未办理停保手续',
  basis,
};

const documentTypes = [
  'receipt',
  'acceptanceNotice',
  'supplementNotice',
  'nonAcceptanceNotice',
  'rejectionDecision',
  'extensionNotice',
  'conclusionNotice',
  'enrolmentCertificate',
];

const common: Omit<ItemRules, 'code' | 'story' | 'stages' | 'clocks'> = {
  edition: 'example-2026',
  name: '示例事项',
  agency: YANTAI,
  mode: 'promised',
  params: { reminderDays: 5, maxReminders: 2 },
  facts: [],
  materials: [
    { id: 'identity', name: '身份证件', basis },
    { id: 'application', name: '申请表', basis },
    { id: 'proxy', name: '代办委托书', when: [{ field: 'variant', in: ['byProxy'] }], basis },
  ],
  pauses,
  documents: documentTypes.map((type) => ({ type, name: type, basis })),
  supplement: { basis },
  service: { mode: 'recorded', limitDays: 30, basis },
};

const stopping = ['supplement', 'specialProcedure', 'hearing'];
const supplement = clockRule({
  id: 'supplement',
  kind: 'supplement',
  quantity: 10,
  startsOn: 'supplementNotice',
  metBy: ['materialsReceived'],
});

/** 收件 → 审核 → 复核, with a statutory and a promised limit, a limit in months, pauses and one extension. */
export const reviewRules = (more: Partial<ItemRules> = {}): ItemRules => ({
  ...common,
  code: 'T-1',
  story: 'reviewed',
  stages: [stages.intake, stages.review, stages.secondReview],
  clocks: [
    clockRule({
      id: 'statutory',
      kind: 'statutory',
      quantity: 20,
      startsOn: 'acceptance',
      metBy: ['conclusion'],
      stoppedBy: stopping,
    }),
    clockRule({
      id: 'promised',
      kind: 'promised',
      quantity: 10,
      startsOn: 'acceptance',
      metBy: ['conclusion'],
      stoppedBy: stopping,
      yellowFrom: 0.7,
    }),
    clockRule({
      id: 'month',
      kind: 'statutory',
      quantity: 1,
      unit: 'month',
      startsOn: 'acceptance',
      metBy: ['reviewed'],
      stoppedBy: ['hearing'],
    }),
    supplement,
    step('intake', { quantity: 1, metBy: ['taskDone:intake', 'supplementNotice'] }),
    step('review', { stoppedBy: ['supplement', 'specialProcedure'] }),
    step('secondReview', { quantity: 3, unit: 'calendarDay' }),
  ],
  extension: { quantity: 10, unit: 'workingDay', role: 'head', clock: 'statutory', basis },
  ...more,
});

/** Two agencies exchange letters, and money moves at the end. */
export const transferRules = (more: Partial<ItemRules> = {}): ItemRules => ({
  ...common,
  code: 'T-2',
  story: 'transferred',
  facts: [enrolmentFact],
  stages: [stages.intake, stages.prepareInformationForm, stages.settlePersonalAccount],
  clocks: [
    clockRule({
      id: 'informationForm',
      kind: 'statutory',
      quantity: 10,
      startsOn: 'letterReceived:contactLetter',
      metBy: ['letterSent:informationForm'],
      stoppedBy: ['specialProcedure'],
    }),
    clockRule({
      id: 'contactLetterAwaited',
      kind: 'counterpart',
      quantity: 15,
      startsOn: 'letterSent:enrolmentCertificate',
      metBy: ['letterReceived:contactLetter'],
    }),
    supplement,
    step('intake', { quantity: 1, metBy: ['taskDone:intake', 'supplementNotice'] }),
    step('settlePersonalAccount', { quantity: 5, stoppedBy: ['specialProcedure'] }),
  ],
  ...more,
});

/** Work and a letter side by side, then a notice period, then the second review. */
export const parallelRules = (more: Partial<ItemRules> = {}): ItemRules => ({
  ...common,
  code: 'T-3',
  story: 'parallel',
  stages: [stages.intake, stages.review, stages.settlePersonalAccount, stages.secondReview],
  clocks: [
    clockRule({
      id: 'statutory',
      kind: 'statutory',
      quantity: 15,
      startsOn: 'acceptance',
      metBy: ['conclusion'],
      stoppedBy: stopping,
    }),
    clockRule({
      id: 'publicNotice',
      kind: 'publicNotice',
      quantity: 5,
      startsOn: 'noticePosted',
      metBy: ['noticeOver'],
      stoppedBy: ['hearing'],
    }),
    supplement,
    step('review', { stoppedBy: ['supplement'] }),
    step('secondReview'),
  ],
  extension: { quantity: 5, unit: 'workingDay', role: 'leader', clock: 'statutory', basis },
  service: { mode: 'atOnce', limitDays: 30, basis },
  ...more,
});
