import type { ReviewRoundActivities } from '@due-process/contracts';
import { continueAsNew, defineQuery, proxyActivities, setHandler } from '@temporalio/workflow';
import { pageByPage, type Place } from './page-by-page';

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

export interface ReviewRound extends Partial<Place> {
  id: string;
}
export type ReviewRoundProgress = Place & Pick<ReviewRound, 'id'>;

export const reviewRoundProgress = defineQuery<ReviewRoundProgress>('progress');

const pageSize = 200;

/**
 * 每季度审核办理一次 (YT-7 六): the cases that wait for the round are told in pages, each goes its own way from there, and whatever is wrong with one holds up none of
 * the others. The place in the list is the run's whole state.
 */
export async function reviewRound(start: ReviewRound): Promise<ReviewRoundProgress> {
  const state: ReviewRoundProgress = { told: 0, failed: 0, pass: 1, ...start };
  setHandler(reviewRoundProgress, () => state);

  const finished = await pageByPage(state, {
    pageSize,
    page: (next) => tellReviewRound({ id: state.id, ...next }),
    finish: () => finishReviewRound({ id: state.id }),
  });
  if (finished) return state;
  const { remaining: _, ...next } = state;
  return continueAsNew<typeof reviewRound>(next);
}

/** Every minute: rounds whose day has come are opened, rounds that are open are carried on. */
export async function keepReviewRounds(): ReturnType<ReviewRoundActivities['keepReviewRounds']> {
  return keep();
}
