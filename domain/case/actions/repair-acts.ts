import {
  TWO_PERSON_REPAIRS,
  type CaseState,
  type Refusal,
  type RepairKind,
  type WaitState,
} from '@due-process/contracts';
import { mayAct } from '../../access';
import type { Draft } from '../draft';
import { conclude, latestFact } from '../ending';
import { isBackground } from '../evolve-steps';
import { isOpen } from '../initial-state';
import { restart, sendBack, sendBackRefusal } from '../send-back';
import { refuse, textOf, type Act } from './act';

/**
 * What supervision does with a case that the system keeps from moving. These acts are in no published list: they come through a repair, with its dry
 * run and, where the law's own course is left, its second person; the case asks again for both.
 */
export interface RepairAim {
  kind: RepairKind;
  /** The wait that is meant (retryNow, returnInput, skip), or the step to go back to (restartStep). */
  key?: string;
}

const no = (detail: string): Refusal => refuse('REPAIR_NOT_POSSIBLE', detail);

/** The wait meant: the one named, else the story's own, else a letter on its way. */
export function aimedWait(state: CaseState, key?: string): WaitState | undefined {
  if (key !== undefined) return state.waits[key];
  const waits = Object.values(state.waits).filter((wait) => wait.kind !== 'task');
  return waits.find((wait) => !isBackground(wait)) ?? waits[0];
}

/** Why a repair cannot work on this case as it stands, or nothing. What only the tables know is asked before. */
export function repairRefusal(state: CaseState, { kind, key }: RepairAim): Refusal | undefined {
  if (!isOpen(state)) return refuse('CASE_CLOSED', '办件已办结，不能再办理');
  const wait = aimedWait(state, key);
  switch (kind) {
    case 'retryNow':
      return wait?.kind === 'effect' ? undefined : no('当前没有正在重试的对外操作');
    case 'returnInput':
      if (wait?.kind !== 'effect') return no('当前没有正在重试的对外操作');
      return isBackground(wait) ? no('函件一经制发不得改动，只能重试') : undefined;
    case 'skip':
      if (wait?.kind === 'until') return undefined;
      if (wait?.kind === 'effect' && !isBackground(wait)) return undefined;
      if (wait?.kind === 'letter') return no('来函内容为后续办理所需，不能跳过，请催办对方');
      return no(wait ? '函件必须送达，不能跳过' : '人工环节须由经办人作出决定，不能跳过，可改派');
    case 'restartStep':
      if (restartable(state, key)) return undefined;
      return key === undefined ? no('请指明要退回或重新开始的环节') : sendBackRefusal(state, key);
    case 'reassign':
      return Object.keys(state.tasks).length > 0 ? undefined : no('当前没有待办，无需改派');
    case 'terminate':
      return underWay(state) ? no('对外操作正在重试，可能已在对方生效，请先重试或跳过') : undefined;
    default:
      return undefined;
  }
}

const underWay = (state: CaseState): boolean =>
  Object.values(state.waits).some((wait) => wait.kind === 'effect' && !isBackground(wait));

/** A step that is open now is begun anew; one that is settled is gone back to. */
const restartable = (state: CaseState, key?: string): boolean =>
  !underWay(state) &&
  (key === undefined ? Object.values(state.waits).every(isBackground) : state.tasks[key] !== undefined);

function mend(
  draft: Draft,
  { kind, key }: RepairAim,
  reason: string,
  recordNo: string | undefined,
): Refusal | undefined {
  const wait = aimedWait(draft.state, key);
  const { by, on } = draft.occasion;
  const settle = (action: string, input: Record<string, unknown>): undefined => {
    if (wait) draft.emit('stepSettled', { result: { key: wait.key, action, input, by, on } });
    return undefined;
  };
  switch (kind) {
    case 'returnInput':
      return settle('rejected', { ...(wait?.kind === 'effect' ? wait.input : {}), reason });
    case 'skip':
      return settle(wait?.kind === 'until' ? 'elapsed' : 'done', {
        skipped: true,
        reason,
        ...(recordNo ? { recordNo } : {}),
      });
    case 'restartStep':
      return restartable(draft.state, key) ? restart(draft, key ?? '', reason) : sendBack(draft, key ?? '', reason);
    case 'terminate':
      return void conclude(draft, 'terminated', reason) as undefined;
    default:
      return undefined;
  }
}

export const repairAct: Act = {
  id: 'repair',
  label: '修复',
  on: 'case',
  offered: ({ state }) => isOpen(state),
  input: () => [],
  follows: ({ state }) => latestFact(state),
  guard({ state, actor }) {
    const verdict = mayAct(actor, 'repair', { agency: state.agency, unit: state.officeId });
    return verdict === true ? undefined : verdict;
  },
  apply(draft, command, { state }) {
    const kind = textOf(command, 'kind') as RepairKind;
    const reason = textOf(command, 'reason') ?? '';
    const proposedBy = textOf(command, 'proposedBy');
    const key = textOf(command, 'key');
    const aim: RepairAim = { kind, ...(key ? { key } : {}) };
    if (TWO_PERSON_REPAIRS.has(kind) && (!proposedBy || proposedBy === command.actor.id))
      return refuse('SECOND_PERSON_REQUIRED', '须由另一人确认');
    const refusal = repairRefusal(state, aim);
    if (refusal) return refusal;
    const aimed = aimedWait(state, key)?.key;
    draft.emit('repaired', {
      kind,
      reason,
      ...(kind === 'restartStep' ? (key ? { key } : {}) : aimed ? { key: aimed } : {}),
      ...(proposedBy ? { proposedBy } : {}),
    });
    return mend(draft, aim, reason, textOf(command, 'recordNo'));
  },
};

/** Work goes to another unit and waits there for whoever claims it (机构合并, 整体移交). */
export const moveTaskAct: Act = {
  id: 'moveTask',
  label: '转科室',
  on: 'task',
  offered: ({ task }) => task !== undefined && task.awaiting === undefined,
  input: () => [],
  follows: ({ task, state }) => task?.openedOn ?? state.receivedOn,
  guard({ state, task, actor }) {
    if (!task) return refuse('TASK_UNKNOWN', '没有这个待办');
    const verdict = mayAct(actor, 'moveTask', { agency: state.agency, unit: task.unit, assignee: task.assignee });
    if (verdict !== true) return verdict;
    return task.delegatedBy === undefined ? undefined : refuse('ACTION_NOT_ALLOWED', '委派期间不能转办');
  },
  apply(draft, command, { task }) {
    const unit = textOf(command, 'unit');
    if (!task || !unit) return refuse('ACTION_NOT_ALLOWED', '没有指明科室');
    const reason = textOf(command, 'reason');
    return draft.emit('taskHandedOver', { key: task.key, unit, ...(reason ? { reason } : {}) }) as undefined;
  },
};

export const unpublishedActs: readonly Act[] = [repairAct, moveTaskAct];
