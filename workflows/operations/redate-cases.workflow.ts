import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import { redatingActivities } from './activity-groups';

/**
 * Re-dating after a calendar was published (design §6): the cases whose dates it touches are told in pages, each re-dates itself.
 * The place in the list is the run's whole state; the progress that people read stands in the database.
 */
export interface Redating {
  proposal: string;
  /** Where this run begins; absent at the very start and at the start of each later round. */
  after?: string;
  told?: number;
  failed?: number;
  /** A round goes through the whole list; later rounds pick up cases that could not be told. */
  round?: number;
  paused?: boolean;
}

export interface RedatingProgress extends Required<Omit<Redating, 'after'>> {
  after?: string;
  remaining?: number;
}

export const pauseRedating = defineSignal('pause');
export const resumeRedating = defineSignal('resume');
export const redatingProgress = defineQuery<RedatingProgress>('progress');

const pageSize = 500;
const pagesPerRun = 200;
const longestWaitSeconds = 600;

export async function redateCases(start: Redating): Promise<RedatingProgress> {
  const state: RedatingProgress = { told: 0, failed: 0, round: 1, paused: false, ...start };
  setHandler(redatingProgress, () => state);
  setHandler(pauseRedating, () => void (state.paused = true));
  setHandler(resumeRedating, () => void (state.paused = false));

  for (let pages = 0; ; pages++) {
    await condition(() => !state.paused);
    if (pages >= pagesPerRun || workflowInfo().continueAsNewSuggested) return goOn(state);
    const page = await redatingActivities.redatePage({
      proposal: state.proposal,
      limit: pageSize,
      ...(state.after !== undefined && { after: state.after }),
    });
    state.told += page.told;
    state.failed += page.failed;
    state.after = page.last ?? state.after;
    if (!page.done) continue;

    const { remaining } = await redatingActivities.finishRedating({ proposal: state.proposal });
    state.remaining = remaining;
    if (remaining === 0) return state;
    await sleep(1000 * Math.min(5 * 2 ** Math.min(state.round, 10), longestWaitSeconds));
    state.after = undefined;
    state.failed = 0;
    state.round += 1;
  }
}

async function goOn(state: RedatingProgress): Promise<never> {
  await condition(allHandlersFinished);
  const { remaining: _, ...next } = state;
  return continueAsNew<typeof redateCases>(next);
}
