import {
  REPAIR_KINDS,
  TWO_PERSON_REPAIRS,
  type CaseClass,
  type CaseState,
  type Refusal,
  type RepairKind,
} from '@due-process/contracts';
import { aimedWait, repairRefusal, type RepairAim } from '../case';
import { repairWords } from './class-words';

/** What the tables say of a case besides its own journal. */
export interface Trouble {
  class: CaseClass;
  cause: string;
  /** Error code of the attempts that fail, where some do. */
  code: string | null;
}

export interface RepairOffer {
  kind: RepairKind;
  label: string;
  /** What it will do, before anybody decides. */
  effect: string;
  twoPersons: boolean;
  allowed: boolean;
  reason?: Refusal;
  /** Steps that can be meant. */
  targets: { key: string; name: string }[];
}

const effects: Readonly<Record<RepairKind, string>> = {
  retryNow: '不等退避时间，立即再试一次；使用同一业务键，对方不会重复办理。',
  returnInput: '停止重试，把该项工作连同原因退回填写人更正，更正后以新的业务键再办。',
  reassign: '把当前待办转给所选人员，时限不变。',
  skip: '停止重试，按所写理由视为已办，流程继续；须先核实已在线下办妥。',
  restartStep: '取消当前待办，从所选环节重新开始，已对外生效的步骤不变。',
  rebuild: '终止现有流程，按办理记录重建后从原处继续，已完成的步骤不重做。',
  awaitRelease: '不改动办件，在约定时间内停止催办，修复版本上线后自动继续。',
  terminate: '办件以异常终止办结，未完成的时限取消。',
};

/** Errors that arose before anything reached the other side: only then may the same work be entered anew under another key. */
const neverLeft: ReadonlySet<string> = new Set(['EFFECT_INPUT_INVALID', 'PERSON_UNKNOWN', 'OUTSIDE_REFUSED_US']);

const no = (detail: string): Refusal => ({ code: 'REPAIR_NOT_POSSIBLE', detail });

/** Causes for which no command can reach the case. */
const unreachable: Readonly<Record<string, string>> = {
  taskFailing: '办理程序出错，操作不能送达办件；请等待修复版本，或按办理记录重建',
  runMissing: '流程已不在运行，操作不能送达办件；请按办理记录重建',
  noWorker: '办理进程未运行，操作不能送达办件；请先恢复办理进程',
  unwritten: '办理记录未能写入，操作不能送达办件；数据库恢复后自动继续',
};

/** Why this repair cannot work now, or nothing. The same function lists it, previews it and decides on it. */
export function whyNotRepair(state: CaseState, trouble: Trouble, aim: RepairAim): Refusal | undefined {
  const { cause, code } = trouble;
  const refusal = repairRefusal(state, aim);
  if (refusal?.code === 'CASE_CLOSED') return refusal;
  if (aim.kind === 'rebuild') {
    const helps =
      cause === 'taskFailing' || cause === 'runMissing' || cause === 'noWait' || code === 'RECORD_RUN_BEHIND';
    return helps ? undefined : no('流程运行正常，无需重建');
  }
  if (aim.kind === 'awaitRelease')
    return cause === 'taskFailing' ? undefined : no('办理程序没有出错，无需等待修复版本');
  const blocked = unreachable[cause];
  if (blocked !== undefined) return no(blocked);
  if (refusal) return refusal;
  if (aim.kind === 'retryNow' && cause !== 'attempt') return no('当前没有失败的尝试');
  if (aim.kind === 'returnInput' && !neverLeft.has(code ?? ''))
    return no('对方可能已经办理，更正后重办会重复；请重试或核实后跳过');
  return undefined;
}

/** Every repair with whether it can work here; those that cannot say why. */
export function offeredRepairs(state: CaseState, trouble: Trouble): RepairOffer[] {
  return REPAIR_KINDS.map((kind) => {
    const targets = targetsOf(state, trouble, kind);
    const reason = targets.length > 0 ? undefined : whyNotRepair(state, trouble, { kind });
    return {
      kind,
      label: repairWords[kind],
      effect: effects[kind],
      twoPersons: TWO_PERSON_REPAIRS.has(kind),
      allowed: reason === undefined,
      ...(reason ? { reason } : {}),
      targets,
    };
  });
}

function targetsOf(state: CaseState, trouble: Trouble, kind: RepairKind): RepairOffer['targets'] {
  const possible = (key: string): boolean => whyNotRepair(state, trouble, { kind, key }) === undefined;
  const named = (keys: string[]) => keys.filter(possible).map((key) => ({ key, name: stepName(state, key) }));
  if (kind === 'restartStep') {
    const settled = Object.values(state.steps).filter(({ key }) => isStage(state, key));
    return named([...Object.keys(state.tasks), ...settled.map(({ key }) => key)]);
  }
  if (kind !== 'retryNow' && kind !== 'skip' && kind !== 'returnInput') return [];
  const waits = Object.values(state.waits).filter((wait) => wait.kind !== 'task');
  return waits.length > 1 && aimedWait(state) ? named(waits.map(({ key }) => key)) : [];
}

const stageIdOf = (key: string): string => key.split('#', 1)[0] ?? key;
const isStage = (state: CaseState, key: string): boolean =>
  state.rules.stages.some((stage) => stage.id === stageIdOf(key));

function stepName(state: CaseState, key: string): string {
  const stage = state.rules.stages.find((one) => one.id === stageIdOf(key));
  return stage?.name ?? key;
}
