import { roleNames, type Actor, type Refusal, type Role } from '@due-process/contracts';
import { commonActs } from './access-table';
import { isOutside } from './duties';
import { may } from './may';

/** The open task (or the case, where no task is meant) that an act is aimed at. */
export interface ActTarget {
  agency: string;
  unit: string;
  assignee?: string;
  /** Role of the stage; for `extend` the role that the item names. */
  stageRole?: Role;
  /** Whose case it is outside the agency: the organisation that registered it, and the applicant. */
  owners?: readonly string[];
  /** Owners, and organisations that the case names for a part of the work. */
  parties?: readonly string[];
}

const notFound: Refusal = { code: 'NOT_FOUND', detail: '未找到' };
const heldByAnother: Refusal = { code: 'TASK_NOT_YOURS', detail: '该待办由他人办理' };

/** The post and the place: whether the actor is among those who could hold this task. */
function eligible(actor: Actor, target: ActTarget): true | Refusal {
  if (target.stageRole && !actor.roles.includes(target.stageRole)) {
    return { code: 'ACCESS_DENIED', detail: `此环节由${roleNames[target.stageRole]}办理` };
  }
  return actor.units.includes(target.unit) ? true : { code: 'ACCESS_DENIED', detail: '该待办属于其他科室' };
}

/** Acts of the stage itself: the assignee alone; unclaimed work is anyone's of the stage's role and unit. */
function mayDoStage(actor: Actor, target: ActTarget): true | Refusal {
  if (target.assignee !== undefined) return target.assignee === actor.id ? true : heldByAnother;
  return eligible(actor, target);
}

/** The table's `own` means the holder; while nobody has claimed the task, whoever could. */
function mayDoCommon(actor: Actor, action: string, target: ActTarget): true | Refusal {
  const verdict = may(actor, action, {
    agency: target.agency,
    unit: target.unit,
    holder: target.assignee ?? (eligible(actor, target) === true ? actor.id : ''),
  });
  if (verdict === true || verdict.code !== 'ACCESS_DENIED') return verdict;
  return target.assignee !== undefined && target.assignee !== actor.id ? heldByAnother : verdict;
}

/** Acts on a task, which also an organisation's own people do; the rest of the common acts are the owner's. */
const taskActs: ReadonlySet<string> = new Set(['claim', 'release']);

/**
 * Outside accounts see the cases in which their organisation has a part. They do the work that lies with their organisation; as owners they
 * mend, supplement and cancel their application. What an agency does inside stays its own.
 */
function mayActOutside(actor: Actor, action: string, target: ActTarget): true | Refusal {
  const has = (units: readonly string[] = []): boolean => units.some((unit) => actor.units.includes(unit));
  if (!has(target.parties)) return notFound;
  if (!commonActs.has(action)) return mayDoStage(actor, target);
  if (!taskActs.has(action)) return may(actor, action, { holder: has(target.owners) ? actor.id : '', parties: [] });
  if (action === 'claim') return target.assignee === undefined ? eligible(actor, target) : heldByAnother;
  return target.assignee === actor.id ? may(actor, action) : heldByAnother;
}

/**
 * Who may do this act on a case, by post and place alone; whether the case allows it now is the case's own rule. `system` may do
 * everything in its agency. Another agency's case is not visible.
 */
export function mayAct(actor: Actor, action: string, target: ActTarget): true | Refusal {
  if (isOutside(actor)) return mayActOutside(actor, action, target);
  if (actor.agency !== target.agency) return notFound;
  if (actor.roles.includes('system')) return true;
  if (action === 'claim') return target.assignee === undefined ? eligible(actor, target) : heldByAnother;
  if (action === 'extend' && target.stageRole) {
    return actor.roles.includes(target.stageRole)
      ? true
      : { code: 'ACCESS_DENIED', detail: `延期由${roleNames[target.stageRole]}决定` };
  }
  return commonActs.has(action) ? mayDoCommon(actor, action, target) : mayDoStage(actor, target);
}
