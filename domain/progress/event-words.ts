import type { CaseEvent, CaseState, EventType } from '@due-process/contracts';
import { repairWords } from '../supervision/class-words';
import { clockKindWords, letterTitle, materialName, outcomeWords, pauseName, phaseWords, stageName } from './words';

/** Steps of the exchange (交换步骤) that an event stands for, where it stands for one. */
export type ExchangeStep =
  | '申办'
  | '预受理'
  | '受理'
  | '承办'
  | '审核'
  | '批准'
  | '补正告知'
  | '补正受理'
  | '特别程序开始'
  | '特别程序结束'
  | '办结'
  | '领取登记';

const labels: Readonly<Record<EventType, string>> = {
  caseOpened: '收件',
  formSaved: '保存表单',
  materialsTicked: '核对材料',
  factsLearned: '核查',
  accepted: '受理',
  phaseChanged: '状态变更',
  taskOpened: '进入环节',
  taskClaimed: '签收',
  taskReleased: '退签',
  taskHandedOver: '转办',
  taskDelegated: '委派',
  delegationReturned: '交回委派',
  cosignerAdded: '加签',
  taskCosigned: '加签意见',
  taskAwaitsCosigners: '等待加签',
  taskReminded: '催办',
  taskCompleted: '完成环节',
  taskCancelled: '取消环节',
  noteAdded: '备注',
  stepSettled: '办理结果',
  sentBack: '退回',
  waitOpened: '等待',
  waitReminded: '催办对方',
  effectRetried: '系统重试',
  repaired: '督办修复',
  clockStarted: '开始计时',
  clockEnded: '停止计时',
  clockRedated: '时限调整',
  pauseOpened: '暂停计时',
  pauseEnded: '恢复计时',
  pauseLimitReached: '暂停期满',
  calendarAdopted: '采用新日历',
  letterIssued: '发函',
  letterDelivered: '函件送达',
  letterProcessed: '对方已办理',
  letterRefused: '函件被退收',
  letterReceived: '收函',
  letterParked: '函件先到',
  supplementRequested: '一次性告知补正',
  supplementReceived: '收到补正材料',
  documentIssued: '出具文书',
  concluded: '办结',
  commitmentEnded: '承诺事项了结',
  served: '送达',
  caseRestored: '重建',
};

/** Bookkeeping of the machine: kept in the journal, left out of what people read. */
const silent: ReadonlySet<EventType> = new Set<EventType>(['stepSettled', 'waitOpened', 'phaseChanged']);
export const isTold = (event: CaseEvent): boolean =>
  !silent.has(event.type) && !(event.type === 'taskCompleted' && event.data.action === 'accept');

const steps: Partial<Record<EventType, ExchangeStep>> = {
  caseOpened: '申办',
  accepted: '受理',
  supplementRequested: '补正告知',
  supplementReceived: '补正受理',
  concluded: '办结',
  served: '领取登记',
};

const endWords = { met: '按时', overrun: '逾期', cancelled: '取消' } as const;
const causeWords = { pause: '暂停顺延', extension: '延期', calendar: '日历调整', correction: '更正' } as const;

/** One line of the timeline. `nameOf` gives a colleague's name for an account. */
export function eventWords(
  event: CaseEvent,
  state: CaseState,
  nameOf: (account: string) => string,
): { label: string; detail: string; step?: ExchangeStep } {
  const detail = detailOf(event, state, nameOf);
  const special = event.type === 'pauseOpened' || event.type === 'pauseEnded' ? event : undefined;
  const step =
    special && !isSupplementPause(special, state)
      ? special.type === 'pauseOpened'
        ? '特别程序开始'
        : '特别程序结束'
      : steps[event.type];
  const label = labelOf(event, state);
  return { label, detail, ...(step ? { step } : {}) };
}

/** A finished step is called by what was done in it: 审核通过, 发出变更信息表. */
function labelOf(event: CaseEvent, state: CaseState): string {
  if (event.type === 'concluded') return outcomeWords[event.data.outcome];
  if (event.type === 'letterProcessed' && state.letters[event.data.letterNo]?.direction === 'in') return '来函已办理';
  if (event.type !== 'taskCompleted') return labels[event.type];
  const stage = state.rules.stages.find((one) => one.id === event.data.stage);
  return stage?.actions.find((one) => one.id === event.data.action)?.label ?? labels.taskCompleted;
}

const isSupplementPause = (event: CaseEvent & { type: 'pauseOpened' | 'pauseEnded' }, state: CaseState): boolean =>
  event.type === 'pauseOpened'
    ? event.data.pause.cause === 'supplement'
    : state.pauses.find((pause) => pause.id === event.data.id)?.cause === 'supplement';

function detailOf(event: CaseEvent, state: CaseState, nameOf: (account: string) => string): string {
  const clockName = (id: string): string => state.clocks[id]?.name ?? id;
  const letter = (no: string): string => `《${letterTitle(state.letters[no]?.type ?? '')}》${no}`;
  const task = (key: string): string => taskName(state, key);
  const named = (ids: string[]): string => ids.map((id) => materialName(state, id)).join('、');
  const because = (reason?: string): string => (reason ? `：${reason}` : '');
  switch (event.type) {
    case 'caseOpened':
      return `${event.data.applicant.masked} 申请${state.rules.name}`;
    case 'materialsTicked':
      return named(event.data.materials.map((row) => row.id));
    case 'factsLearned':
      return event.data.facts.map((fact) => `${factName(state, fact.id)}${fact.holds ? '符合' : '不符合'}`).join('；');
    case 'phaseChanged':
      return phaseWords[event.data.phase];
    case 'taskOpened':
      return event.data.task.name;
    case 'taskClaimed':
      return `${nameOf(event.data.assignee)} 签收“${task(event.data.key)}”`;
    case 'taskHandedOver':
      return `转给 ${nameOf(event.data.assignee ?? event.data.unit ?? '')}${because(event.data.reason)}`;
    case 'taskDelegated':
      return `委派给 ${nameOf(event.data.assignee)}`;
    case 'delegationReturned':
      return `交回 ${nameOf(event.data.assignee)}`;
    case 'cosignerAdded':
      return `${event.data.position === 'before' ? '前' : '后'}加签 ${nameOf(event.data.cosigner)}`;
    case 'taskCosigned':
      return `${nameOf(event.data.cosigner)}${because(event.data.opinion)}`;
    case 'repaired':
      return `${repairWords[event.data.kind]}${because(event.data.reason)}${event.data.proposedBy ? `（${nameOf(event.data.proposedBy)} 提出）` : ''}`;
    case 'taskReminded':
      return `催办“${task(event.data.key)}”${because(event.data.text)}`;
    case 'taskReleased':
    case 'taskAwaitsCosigners':
    case 'taskCancelled':
      return task(event.data.key);
    case 'taskCompleted':
      return stageName(state, event.data.stage);
    case 'noteAdded':
      return event.data.text;
    case 'sentBack':
      return `${event.data.withdrawn ? '撤回' : '退回'}到“${stageName(state, event.data.to)}”${because(event.data.reason)}`;
    case 'clockStarted':
      return `${clockKindWords[event.data.clock.kind]}“${event.data.clock.name}”，至 ${event.data.clock.dueOn}`;
    case 'clockEnded':
      return `“${clockName(event.data.id)}”${endWords[event.data.state]}，用 ${event.data.used} 日`;
    case 'clockRedated':
      return `“${clockName(event.data.id)}”改为 ${event.data.dueOn}（${causeWords[event.data.cause]}）`;
    case 'pauseOpened':
      return `${pauseName(state, event.data.pause.cause)}${because(event.data.pause.reason)}`;
    case 'pauseEnded':
      return `自 ${event.data.endedOn} 次日起继续计时`;
    case 'commitmentEnded':
      return event.data.how === 'kept' ? '承诺补交的材料已收齐' : `未兑现${because(event.data.reason)}`;
    case 'calendarAdopted':
      return event.data.calendar.version;
    case 'letterIssued':
    case 'letterReceived':
    case 'letterParked':
      return `《${letterTitle(event.data.letter.type)}》${event.data.letter.letterNo}`;
    case 'letterDelivered':
    case 'letterProcessed':
      return letter(event.data.letterNo);
    case 'letterRefused':
      return `${letter(event.data.letterNo)}${because(event.data.reason)}`;
    case 'supplementRequested':
      return `缺：${named(event.data.missing)}（${event.data.noticeNo}）`;
    case 'supplementReceived':
      return named(event.data.materials.map((row) => row.id));
    case 'documentIssued':
      return `${event.data.document.name} ${event.data.document.documentNo}`;
    case 'concluded':
      return event.data.reason ?? '';
    default:
      return '';
  }
}

/** Tasks leave the state when they are done: their key then still names the stage. */
const taskName = (state: CaseState, key: string): string =>
  state.tasks[key]?.name ?? stageName(state, key.split(/[#:]/, 1)[0] ?? key);

const factName = (state: CaseState, id: string): string => state.rules.facts.find((rule) => rule.id === id)?.name ?? id;
