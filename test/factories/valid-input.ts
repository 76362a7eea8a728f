import type { ActCommand, Actor, CaseState, FieldRule, MaterialState, TaskState } from '@due-process/contracts';
import { materialsOf } from '@due-process/domain';
import { people, QINGDAO } from './people';

interface Asked {
  state: CaseState;
  actor: Actor;
  action: string;
  taskKey?: string;
  /** Any whole number; another one makes another choice. */
  seed: number;
}

const pick = <T>(list: readonly T[], seed: number): T | undefined => list[seed % Math.max(1, list.length)];

/** Colleagues who could hold the task. */
function colleagues(state: CaseState, task: TaskState, actor: Actor, action: string): Actor[] {
  const notBy = state.rules.stages.find((stage) => stage.id === task.stage)?.notBy ?? [];
  const doers = new Set(notBy.map((stage) => state.doers[stage]));
  return Object.values<Actor>(people).filter((one) => {
    if (one.agency !== state.agency || one.id === task.assignee) return false;
    if (action === 'addCosigner')
      return (
        one.id !== 'sys-admin' &&
        !task.cosigners.some((signer) => signer.id === one.id && signer.signedAt === undefined)
      );
    return one.id !== actor.id && one.roles.includes(task.role) && one.units.includes(task.unit) && !doers.has(one.id);
  });
}

function materials(state: CaseState, field: FieldRule, seed: number): MaterialState[] {
  const ids = field.options?.map((option) => option.value) ?? materialsOf(state).map((rule) => rule.id);
  const chosen = ids.filter((_, i) => (seed >> i) % 2 === 0);
  const rows = chosen.length > 0 || !field.required ? chosen : ids.slice(0, 1);
  return rows.map((id) => ({ id, status: 'received' }));
}

function asked(field: FieldRule, input: ActCommand['input']): boolean {
  return (field.when ?? []).every(
    (condition) =>
      !condition.field.startsWith('input.') ||
      condition.in.some((value) => value === input[condition.field.slice('input.'.length)]),
  );
}

const left = (field: FieldRule, seed: number): boolean => !field.required && seed % 2 === 1;

/**
 * Input that the published fields ask for and nothing else, with the colleague it names. Undefined when there is nobody to name, or nothing to
 * choose from.
 */
export function validInput(
  fields: readonly FieldRule[],
  { state, actor, action, taskKey, seed }: Asked,
): Pick<ActCommand, 'input' | 'target'> | undefined {
  const input: ActCommand['input'] = {};
  let target: Actor | undefined;
  for (const field of fields) {
    if (!asked(field, input) || left(field, seed)) continue;
    if (field.type === 'account') {
      const task = state.tasks[taskKey ?? ''];
      target = task && pick(colleagues(state, task, actor, action), seed);
      if (!target) return undefined;
    } else if (field.type === 'materials') input[field.id] = materials(state, field, seed);
    else if (field.type === 'form')
      input[field.id] = { otherPlace: { code: QINGDAO, name: '青岛' } } as unknown as ActCommand['input'][string];
    else if (field.type === 'choice') input[field.id] = pick(field.options ?? [], seed)?.value ?? 'nothing to choose';
    else input[field.id] = field.type === 'number' || field.type === 'amountFen' ? (field.min ?? 0) : '示例内容';
  }
  return { input, ...(target ? { target } : {}) };
}
