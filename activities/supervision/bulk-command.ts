import type { ActCommand, Actor } from '@due-process/contracts';
import type { BulkLine, BulkRun } from './bulk.store';

type Why = { code: string; detail: string };

/** What needs no command because nothing is left to do, or may not be undone any more. */
export function skippedBecause(run: BulkRun, { now, before }: BulkLine, target: Actor | undefined): Why | undefined {
  if (!now) return { code: 'TASK_UNKNOWN', detail: '待办已办结' };
  if (run.kind === 'handOver' && !target) return { code: 'TASK_ASSIGNEE_INVALID', detail: '接办人不存在或已停用' };
  if (run.kind === 'handOver' && now.assignee === target?.id)
    return { code: 'TASK_ASSIGNEE_INVALID', detail: '已由此人办理' };
  if (run.kind === 'mergeUnits' && now.unit === run.input.unit)
    return { code: 'ACTION_NOT_ALLOWED', detail: '已在该科室' };
  if (run.kind !== 'undo') return undefined;
  if (run.input.to !== undefined && now.assignee !== run.input.to)
    return { code: 'ACTION_NOT_ALLOWED', detail: '已由他人接办，不再退回' };
  if (run.input.unit !== undefined && now.unit !== run.input.unit)
    return { code: 'ACTION_NOT_ALLOWED', detail: '已转往其他科室，不再退回' };
  return before.assignee && !target ? { code: 'TASK_ASSIGNEE_INVALID', detail: '原经办人不存在或已停用' } : undefined;
}

/** The command's key: the same as long as the line is not settled, another when a failed line is run again. */
export const keyOf = (run: BulkRun, { caseNo, taskKey, attempts }: BulkLine): string =>
  `bulk.${run.id}.${caseNo}.${taskKey}.${attempts}`;

/** One case's command of the run. What was unclaimed goes back to its unit, what somebody held goes back to them. */
export function commandOf(run: BulkRun, line: BulkLine, version: number, target: Actor | undefined): ActCommand {
  const { reason } = run;
  const base = {
    actor: run.actor,
    key: keyOf(run, line),
    bodyMac: `bulk.${run.id}`,
    expectedVersion: version,
    taskKey: line.taskKey,
  };
  const toUnit = (unit: string): ActCommand => ({ ...base, action: 'moveTask', input: { unit, reason } });
  const toPerson = (person: Actor): ActCommand => ({
    ...base,
    action: 'handOver',
    input: { to: person.id, reason },
    target: person,
  });
  switch (run.kind) {
    case 'remind':
      return { ...base, action: 'remind', input: { text: run.input.text ?? reason } };
    case 'handOver':
      return target ? toPerson(target) : toUnit(line.now?.unit ?? '');
    case 'mergeUnits':
      return toUnit(run.input.unit ?? '');
    case 'undo':
      return target ? toPerson(target) : toUnit(line.before.unit ?? line.now?.unit ?? '');
  }
}
