import {
  OPERATIONS_QUEUE,
  REVIEW_ROUND_WORKFLOW,
  reviewRoundWorkflowId,
  type IsoDate,
  type ReviewRoundActivities,
} from '@due-process/contracts';
import { shanghaiDate } from '@due-process/domain';
import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { paced } from '../calendar/pace';
import type { ActivityDeps } from '../deps';
import { createReviewRoundStore, type OpenRound, type ReviewRoundStore } from './review-round.store';
import { tellReview, type Reached } from './tell-review';

/** Cases told at once (design §4, life of a case). */
const inFlight = 10;

export function createReviewRoundActivities({
  pool,
  client,
  redatesPerSecond,
}: Pick<ActivityDeps, 'pool' | 'client' | 'redatesPerSecond'>): ReviewRoundActivities {
  return reviewRoundActivities({
    store: createReviewRoundStore(pool),
    tell: (round, caseNo) => tellReview(client, round, caseNo),
    start: (id) => start(client, id),
    today: () => shanghaiDate(new Date().toISOString()),
    perSecond: redatesPerSecond,
  });
}

export interface ReviewRoundDeps {
  store: ReviewRoundStore;
  tell(round: OpenRound, caseNo: string): Promise<Reached>;
  /** False when its run is under way. */
  start(id: string): Promise<boolean>;
  today(): IsoDate;
  perSecond: number;
}

/**
 * A page of waiting cases is chosen by what the rows say now: a case that has been told waits no longer and is not chosen again, so a page may be cut off
 * anywhere and repeated. One that cannot be told is passed over and tried in a later pass; it holds up nobody.
 */
export function reviewRoundActivities({
  store,
  tell,
  start,
  today,
  perSecond,
}: ReviewRoundDeps): ReviewRoundActivities {
  return {
    async keepReviewRounds() {
      const opened = await store.openDue(today());
      let started = 0;
      for (const id of await store.unfinished()) if (await start(id)) started++;
      return { opened, started };
    },

    async tellReviewRound({ id, after, limit }) {
      const { cancellationSignal: signal, heartbeat } = Context.current();
      const round = await known(store, id);
      const page = await store.waiting(round, after ?? '', limit);
      let [told, failed] = [0, 0];
      await paced(page, { inFlight, perSecond, signal }, async (caseNo) => {
        const reached = await tell(round, caseNo);
        if (reached === 'told') {
          await store.told(id, caseNo);
          told++;
        } else {
          await store.missed(id, caseNo, reached === 'gone' ? 'CASE_GONE' : reached.code);
          failed++;
        }
        heartbeat();
      });
      if (signal.aborted) throw ApplicationFailure.retryable('stopped in the middle of a page', 'ROUND_INTERRUPTED');
      const last = page.at(-1);
      return { told, failed, done: page.length < limit, ...(last === undefined ? {} : { last }) };
    },

    async finishReviewRound({ id }) {
      const remaining = (await store.waiting(await known(store, id), '', 1000)).length;
      if (remaining === 0) await store.finish(id);
      return { remaining };
    },
  };
}

async function known(store: ReviewRoundStore, id: string): Promise<OpenRound> {
  const round = await store.find(id);
  if (!round) throw ApplicationFailure.nonRetryable('no such round', 'ROUND_UNKNOWN');
  return round;
}

async function start(client: Client, id: string): Promise<boolean> {
  try {
    await client.workflow.start(REVIEW_ROUND_WORKFLOW, {
      workflowId: reviewRoundWorkflowId(id),
      taskQueue: OPERATIONS_QUEUE,
      args: [{ id }],
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    });
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
  }
}
