import type { ReviewRoundActivities } from '@due-process/contracts';
import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineQuery,
  proxyActivities,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';

/**
 * A page takes seconds at the yielding rate; the heartbeat tells a dead worker within half a minute. No limit of tries: a round once opened is carried to its
 * end, and a case told twice knows the message by its id.
 */
const { tellReviewRound, finishReviewRound } = proxyActivities<ReviewRoundActivities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '30s' },
});
/** Some statements, due again in a minute. */
const { keepReviewRounds: keep } = proxyActivities<ReviewRoundActivities>({
  startToCloseTimeout: '50s',
  retry: { initialInterval: '1s', maximumInterval: '10s', maximumAttempts: 3 },
});

export interface ReviewRound {
  id: string;
  after?: string;
  told?: number;
  failed?: number;
  /** A pass goes through the whole list; later passes pick up cases that could not be told. */
  pass?: number;
}
export type ReviewRoundProgress = Required<Omit<ReviewRound, 'after'>> & { after?: string; remaining?: number };

export const reviewRoundProgress = defineQuery<ReviewRoundProgress>('progress');

const pageSize = 200;
const pagesPerRun = 200;
const longestWaitSeconds = 600;

/**
 * 每季度审核办理一次 (YT-7 六): the cases that wait for the round are told in pages, each goes its own way from there, and whatever is wrong with one holds up none of
 * the others. The place in the list is the run's whole state.
 */
export async function reviewRound(start: ReviewRound): Promise<ReviewRoundProgress> {
  const state: ReviewRoundProgress = { told: 0, failed: 0, pass: 1, ...start };
  setHandler(reviewRoundProgress, () => state);

  for (let pages = 0; ; pages++) {
    if (pages >= pagesPerRun || workflowInfo().continueAsNewSuggested) return goOn(state);
    const page = await tellReviewRound({
      id: state.id,
      limit: pageSize,
      ...(state.after !== undefined && { after: state.after }),
    });
    state.told += page.told;
    state.failed += page.failed;
    state.after = page.last ?? state.after;
    if (!page.done) continue;

    const { remaining } = await finishReviewRound({ id: state.id });
    state.remaining = remaining;
    if (remaining === 0) return state;
    await sleep(1000 * Math.min(5 * 2 ** Math.min(state.pass, 10), longestWaitSeconds));
    state.after = undefined;
    state.failed = 0;
    state.pass += 1;
  }
}

async function goOn(state: ReviewRoundProgress): Promise<never> {
  await condition(allHandlersFinished);
  const { remaining: _, ...next } = state;
  return continueAsNew<typeof reviewRound>(next);
}

/** Every minute: rounds whose day has come are opened, rounds that are open are carried on. */
export async function keepReviewRounds(): ReturnType<ReviewRoundActivities['keepReviewRounds']> {
  return keep();
}
