import type { CaseState, FormValue, StageRule, TaskState } from '@due-process/contracts';
import type { Draft } from './draft';
import { placeOf, type Place } from './parties';

export function stageOf(state: CaseState, id: string): StageRule {
  const stage = state.rules.stages.find((one) => one.id === id);
  if (!stage) throw new Error(`no stage ${id} in ${state.rules.code}`);
  return stage;
}

/** Exactly one is accountable for an open task: its assignee, else the unit. */
export const holderOf = (task: TaskState): { account: string } | { unit: string } =>
  task.assignee === undefined ? { unit: task.unit } : { account: task.assignee };

/** 待接件: an application from outside lies at the window until somebody there takes it. */
const isToBeTaken = (state: CaseState, { role }: Place): boolean =>
  state.organisation !== undefined && state.phase === 'received' && state.acceptedOn === undefined && role === 'window';

/** Opens the work of a stage; its step clocks start. */
export function openTask(draft: Draft, key: string, stageId: string): void {
  const { state, occasion } = draft;
  const stage = stageOf(state, stageId);
  const place = placeOf(state, stage);
  const task: TaskState = {
    key,
    stage: stage.id,
    name: stage.name,
    shows: isToBeTaken(state, place) ? 'awaitingIntake' : stage.shows,
    ...place,
    cosigners: [],
    openedOn: occasion.on,
    openedAt: occasion.at,
    arming: (state.counters[`task:${key}`] ?? 0) + 1,
    reminders: 0,
  };
  draft.emit('taskOpened', { task });
  draft.fact(`taskOpened:${stage.id}`);
}

/** The result of a task, kept by its key for the story. */
export function settleTask(draft: Draft, task: TaskState, action: string, input: Record<string, unknown>): void {
  draft.emit('stepSettled', {
    result: { key: task.key, action, input, by: draft.occasion.by, on: draft.occasion.on },
  });
}

/** The task is done; its step clocks are met and later stages know who did it. */
export function completeTask(draft: Draft, task: TaskState, action: string): void {
  draft.emit('taskCompleted', { key: task.key, stage: task.stage, action });
  draft.fact(`taskDone:${task.stage}`);
  const { fact } = stageOf(draft.state, task.stage).actions.find((rule) => rule.id === action) ?? {};
  if (fact !== undefined) draft.fact(fact);
}

/** The holder's own act: done at once, or waiting for co-signers who sign after. */
export function finishTask(draft: Draft, task: TaskState, action: string, input: Record<string, FormValue>): void {
  if (task.cosigners.some((one) => one.position === 'after' && one.signedAt === undefined)) {
    draft.emit('taskAwaitsCosigners', { key: task.key, action, input });
    return;
  }
  settleTask(draft, task, action, input);
  completeTask(draft, task, action);
}
