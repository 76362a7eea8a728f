import type { CaseState, EventData, Refusal } from '@due-process/contracts';
import { isRunning } from './clocks';
import { clockRule } from './conditions';
import type { Draft } from './draft';
import { isPost } from './evolve-steps';
import { refuse } from './actions/act';

/**
 * The steps from this one on, in the order in which they were settled; letters and receipts on their way are no steps of the story, and a round that
 * was told of is not told again.
 */
const stepsFrom = (state: CaseState, key: string) => {
  const from = state.steps[key]?.order ?? Infinity;
  return Object.values(state.steps).filter(
    (step) => step.order >= from && !isPost(step.key) && !step.key.startsWith('round:'),
  );
};

/** What an item names as the place to go back to: of work done in several goes (`settleCosts`, `settleCosts#2`) the last, and the ones before stand. */
export const lastGo = (state: CaseState, key: string): string =>
  Object.values(state.steps)
    .filter((step) => step.key === key || step.key.startsWith(`${key}#`))
    .sort((a, b) => b.order - a.order)[0]?.key ?? key;

const isOutside = (key: string): boolean => /^(send|effect|document|hold|goOn):/.test(key);

/** Why the case cannot be sent back to this step, if it cannot. */
export function sendBackRefusal(state: CaseState, to: string): Refusal | undefined {
  const dropped = stepsFrom(state, to);
  if (dropped.length === 0) return refuse('ACTION_NOT_ALLOWED', '没有可退回的环节');
  const underWay = Object.values(state.waits).some((wait) => wait.kind === 'effect' && !isPost(wait.key));
  return underWay || dropped.some((step) => isOutside(step.key) || step.action === 'accept')
    ? refuse('STEP_NOT_REVERSIBLE', '该步骤已对外生效，不能退回')
    : undefined;
}

/**
 * 退回, 撤回: drops the results from a step on; the story is run again and comes to rest there. An acceptance that was told, a letter or document
 * that has gone out, time that was stopped or money that was paid cannot be taken back this way.
 */
export function sendBack(draft: Draft, to: string, reason?: string, withdrawn = false): Refusal | undefined {
  const refusal = sendBackRefusal(draft.state, to);
  if (refusal) return refusal;
  const dropped = stepsFrom(draft.state, to).map((step) => step.key);
  begin(draft, { to, dropped, withdrawn, ...(reason ? { reason } : {}) });
  return undefined;
}

/** Begins the open step anew with nothing dropped: the story runs again from the top over its results and asks once more for what is missing. */
export function restart(draft: Draft, to: string, reason: string): undefined {
  begin(draft, { to, dropped: [], withdrawn: false, reason });
}

function begin(draft: Draft, back: EventData['sentBack']): void {
  for (const task of Object.values(draft.state.tasks)) {
    draft.emit('taskCancelled', { key: task.key, reason: 'sentBack' });
    cancelStepClocks(draft, task.stage);
  }
  draft.emit('sentBack', back);
}

function cancelStepClocks(draft: Draft, stage: string): void {
  for (const clock of Object.values(draft.state.clocks))
    if (isRunning(clock) && clockRule(draft.state, clock.id).startsOn === `taskOpened:${stage}`)
      draft.endClock(clock.id, draft.occasion.on, 'cancelled');
}
