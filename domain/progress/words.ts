import type {
  CaseState,
  ClockKind,
  ClockState,
  LetterState,
  LetterType,
  LimitUnit,
  MaterialState,
  Outcome,
} from '@due-process/contracts';
import { letterTitles, type CasePhase } from '@due-process/contracts';

/** The trade's words for what a case shows. Basis: the states and terms in use at service halls (术语表). */

export const phaseWords: Readonly<Record<CasePhase, string>> = {
  awaitingIntake: '待接件',
  received: '已接件',
  awaitingSupplement: '待补正',
  accepted: '已受理',
  inReview: '审核中',
  awaitingSecondReview: '待复核',
  concluded: '已办结',
  notAccepted: '不予受理',
  rejected: '不予办理',
  cancelled: '撤销申请',
  terminated: '异常终止',
};

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  completed: '办结',
  notAccepted: '不予受理',
  rejected: '不予办理',
  cancelled: '撤销申请',
  terminated: '异常终止',
};

export const clockKindWords: Readonly<Record<ClockKind, string>> = {
  statutory: '法定时限',
  promised: '承诺时限',
  step: '环节时限',
  counterpart: '对方机构时限',
  publicNotice: '公示期',
  remedy: '整改期',
  ban: '限制期',
  supplement: '补正期限',
  commitment: '承诺补交期限',
};

export const clockStateWords: Readonly<Record<ClockState['state'], string>> = {
  running: '计时中',
  paused: '暂停中',
  met: '按时完成',
  overrun: '逾期完成',
  cancelled: '已取消',
};

export const materialStatusWords: Readonly<Record<MaterialState['status'], string>> = {
  missing: '待提交',
  received: '已收',
  shared: '数据共享取得',
  promised: '告知承诺',
};

export const letterStateWords: Readonly<Record<LetterState['state'], string>> = {
  queued: '待发送',
  delivered: '已送达',
  processed: '对方已办理',
  refused: '对方退收',
  received: '已收到',
  parked: '先到待用',
};

/**
 * Of an incoming letter it is we who have dealt with it. One that nothing posts any more was taken by the exchange platform and only its receipt is
 * awaited; a case may have ended by then.
 */
export function letterStateOf(
  { letterNo, state, direction }: Pick<LetterState, 'letterNo' | 'state' | 'direction'>,
  waits: CaseState['waits'],
): string {
  if (state === 'processed' && direction === 'in') return '已办理';
  return state === 'queued' && !waits[`post:${letterNo}`] ? '已发出' : letterStateWords[state];
}

export const unitWords: Readonly<Record<LimitUnit, string>> = {
  workingDay: '个工作日',
  calendarDay: '天',
  month: '个月',
  year: '年',
  dayOfNextMonth: '日（次月）',
};

/** Used and remaining days of months and years are counted in calendar days. */
export const dayWords = (unit: LimitUnit): string => (unit === 'workingDay' ? '个工作日' : '天');

export const letterTitle = (type: string): string =>
  Object.hasOwn(letterTitles, type) ? letterTitles[type as LetterType] : '函件';

/** 暂停事由 by the item's own name for it. */
export const pauseName = (state: Pick<CaseState, 'rules'>, cause: string): string =>
  state.rules.pauses.find((rule) => rule.cause === cause)?.name ?? (cause === 'supplement' ? '补正材料' : '特别程序');

export const materialName = (state: Pick<CaseState, 'rules'>, id: string): string =>
  state.rules.materials.find((rule) => rule.id === id)?.name ?? id;

export const stageName = (state: Pick<CaseState, 'rules'>, id: string): string =>
  state.rules.stages.find((stage) => stage.id === id)?.name ?? id;

/** What a clock counts from, in words: 受理, 收到《…联系函》. */
export function factWords(state: Pick<CaseState, 'rules'>, fact: string): string {
  const [name = '', subject = ''] = fact.split(':');
  switch (name) {
    case 'letterSent':
      return `发出《${letterTitle(subject)}》`;
    case 'letterReceived':
      return `收到《${letterTitle(subject)}》`;
    case 'taskOpened':
      return `进入“${stageName(state, subject)}”环节`;
    case 'taskDone':
      return `完成“${stageName(state, subject)}”环节`;
    case 'roundAwaited':
      return '开始等待集中办理';
    case 'roundOpened':
      return '集中办理开始';
    default:
      return plainFacts[name] ?? name;
  }
}

const plainFacts: Readonly<Record<string, string>> = {
  opened: '收件',
  acceptance: '受理',
  conclusion: '办结',
  supplementNotice: '告知补正',
  materialsReceived: '收到补正材料',
  resultDelivered: '评估结果送达',
  secondResultDelivered: '再次评估结果送达',
  remedyOrdered: '评估不合格的结果送达',
  remedyEnded: '整改期满',
  secondRequested: '申请再次评估',
  applicationBarred: '再次评估不合格的结果送达',
  noticePublished: '开始公示',
  noticeEnded: '公示期满',
};
