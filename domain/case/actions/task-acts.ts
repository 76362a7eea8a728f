import type { ActCommand, Actor, CaseState, Refusal, TaskState } from '@due-process/contracts';
import { mayAct } from '../../access';
import { partiesOf } from '../parties';
import { completeTask, settleTask, stageOf } from '../tasks';
import { reasonField, refuse, textOf, type Act, type View } from './act';

const colleague = { id: 'to', label: '人员', type: 'account' as const, required: true };

/** Whether this person did a stage whose doer may not do this one. */
const didEarlierStage = (state: CaseState, task: TaskState, person: string): boolean =>
  (stageOf(state, task.stage).notBy ?? []).some((stage) => state.doers[stage] === person);

/** The colleague named must be able to hold this task: its role, its unit, its agency. */
function targetOf(command: ActCommand, { state, task }: View): { id: string } | Refusal {
  const target = command.target;
  if (!target || !task) return refuse('TASK_ASSIGNEE_INVALID', '没有这个人员');
  const could = mayAct(target, 'claim', {
    agency: state.agency,
    unit: task.unit,
    stageRole: task.role,
    parties: partiesOf(state),
  });
  return could === true && !didEarlierStage(state, task, target.id)
    ? { id: target.id }
    : refuse('TASK_ASSIGNEE_INVALID', '所选人员不能办理此环节');
}
const isRefusal = (value: { id: string } | Refusal): value is Refusal => 'code' in value;

const awaitsCosigners = (task: TaskState): boolean => task.awaiting !== undefined;
const open = ({ task }: { task?: TaskState }): boolean => task !== undefined && !awaitsCosigners(task);
const none = () => [];
const sinceOpened = ({ task, state }: Pick<View, 'task' | 'state'>) => task?.openedOn ?? state.receivedOn;

interface TaskActSpec {
  id: string;
  label: string;
  offered?(task: TaskState): boolean;
  input?: Act['input'];
  /** Somebody besides those whom the access table names. */
  alsoBy?(task: TaskState, actor: Actor): boolean;
  guard?(view: View & { task: TaskState }): Refusal | undefined;
  apply(
    draft: Parameters<Act['apply']>[0],
    command: ActCommand,
    view: View & { task: TaskState },
  ): Refusal | undefined | void;
}

function taskAct(spec: TaskActSpec): Act {
  return {
    id: spec.id,
    label: spec.label,
    on: 'task',
    offered: (view) => open(view) && (spec.offered?.(view.task as TaskState) ?? true),
    input: spec.input ?? none,
    guard(view) {
      const { state, task, actor } = view;
      if (!task) return refuse('TASK_UNKNOWN', '没有这个待办');
      const who = mayAct(actor, spec.id, {
        agency: state.agency,
        unit: task.unit,
        assignee: task.assignee,
        stageRole: task.role,
        parties: partiesOf(state),
      });
      return who === true || spec.alsoBy?.(task, actor) ? spec.guard?.({ ...view, task }) : who;
    },
    follows: sinceOpened,
    apply: (draft, command, view) => spec.apply(draft, command, { ...view, task: view.task as TaskState }) ?? undefined,
  };
}

/** Acts that every open task knows (design §3). */
export const taskActs: readonly Act[] = [
  taskAct({
    id: 'claim',
    label: '签收',
    offered: (task) => task.assignee === undefined,
    guard: ({ task, actor, state }) =>
      didEarlierStage(state, task, actor.id)
        ? refuse('TASK_SAME_PERSON', '前一环节由您办理，本环节须由他人办理')
        : undefined,
    apply: (draft, command, { task }) => draft.emit('taskClaimed', { key: task.key, assignee: command.actor.id }),
  }),
  taskAct({
    id: 'release',
    label: '退签',
    offered: (task) => task.assignee !== undefined && task.delegatedBy === undefined,
    apply: (draft, _command, { task }) => draft.emit('taskReleased', { key: task.key }),
  }),
  taskAct({
    id: 'handOver',
    label: '转办',
    input: () => [colleague, reasonField(false)],
    guard: ({ task }) =>
      task.delegatedBy === undefined ? undefined : refuse('ACTION_NOT_ALLOWED', '委派期间不能转办'),
    apply(draft, command, view) {
      const target = targetOf(command, view);
      if (isRefusal(target)) return target;
      if (target.id === view.task.assignee) return refuse('TASK_ASSIGNEE_INVALID', '该待办已由此人办理');
      const reason = textOf(command, 'reason');
      return draft.emit('taskHandedOver', { key: view.task.key, assignee: target.id, ...(reason ? { reason } : {}) });
    },
  }),
  taskAct({
    id: 'delegate',
    label: '委派',
    offered: (task) => task.delegatedBy === undefined,
    input: () => [colleague],
    guard: ({ task, actor }) =>
      task.assignee === actor.id ? undefined : refuse('ACTION_NOT_ALLOWED', '请先签收，再委派他人'),
    apply(draft, command, view) {
      const target = targetOf(command, view);
      if (isRefusal(target)) return target;
      if (target.id === command.actor.id) return refuse('TASK_ASSIGNEE_INVALID', '不能委派给自己');
      return draft.emit('taskDelegated', { key: view.task.key, assignee: target.id, delegatedBy: command.actor.id });
    },
  }),
  taskAct({
    id: 'returnDelegation',
    label: '交回委派',
    offered: (task) => task.delegatedBy !== undefined,
    alsoBy: (task, actor) => task.delegatedBy === actor.id,
    apply: (draft, _command, { task }) =>
      draft.emit('delegationReturned', { key: task.key, assignee: task.delegatedBy as string }),
  }),
  taskAct({
    id: 'addCosigner',
    label: '加签',
    input: () => [
      colleague,
      {
        id: 'position',
        label: '位置',
        type: 'choice',
        required: true,
        options: [
          { value: 'before', label: '前加签' },
          { value: 'after', label: '后加签' },
        ],
      },
    ],
    guard: ({ task }) => (task.assignee === undefined ? refuse('ACTION_NOT_ALLOWED', '请先签收，再加签') : undefined),
    apply(draft, command, { task, state }) {
      const target = command.target;
      const could = target && mayAct(target, 'cosign', { agency: state.agency, unit: task.unit });
      if (!target || could !== true) return refuse('TASK_ASSIGNEE_INVALID', '此人不能加签');
      if (
        target.id === task.assignee ||
        task.cosigners.some((one) => one.id === target.id && one.signedAt === undefined)
      )
        return refuse('TASK_ASSIGNEE_INVALID', '此人已在办理或待加签');
      const position = textOf(command, 'position') === 'after' ? 'after' : 'before';
      return draft.emit('cosignerAdded', { key: task.key, cosigner: target.id, position });
    },
  }),
  taskAct({
    id: 'remind',
    label: '催办',
    input: () => [{ id: 'text', label: '催办内容', type: 'longText', maxLength: 200 }],
    apply(draft, command, { task }) {
      const text = textOf(command, 'text');
      draft.emit('taskReminded', { key: task.key, ...(text ? { text } : {}) });
    },
  }),
  {
    ...taskAct({ id: 'cosign', label: '加签意见', apply: () => undefined }),
    offered: ({ task }) => (task?.cosigners ?? []).some((one) => one.signedAt === undefined),
    input: () => [{ id: 'opinion', label: '意见', type: 'longText', maxLength: 500 }],
    guard({ task, actor, state }) {
      const who = mayAct(actor, 'cosign', {
        agency: state.agency,
        unit: task?.unit ?? state.officeId,
        parties: partiesOf(state),
      });
      if (who !== true) return who;
      return task?.cosigners.some((one) => one.id === actor.id && one.signedAt === undefined)
        ? undefined
        : refuse('TASK_NOT_YOURS', '没有待您加签的事项');
    },
    apply(draft, command, { task }) {
      if (!task) return refuse('TASK_UNKNOWN', '没有这个待办');
      const opinion = textOf(command, 'opinion');
      draft.emit('taskCosigned', { key: task.key, cosigner: command.actor.id, ...(opinion ? { opinion } : {}) });
      const now = draft.state.tasks[task.key];
      if (now?.awaiting && now.cosigners.every((one) => one.signedAt !== undefined)) {
        const { action, input, by } = now.awaiting;
        const { occasion } = draft;
        draft.occasion = { ...occasion, by };
        settleTask(draft, now, action, input);
        completeTask(draft, now, action);
        draft.occasion = occasion;
      }
      return undefined;
    },
  },
];
