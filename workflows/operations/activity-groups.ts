import type { OperationActivities } from '@due-process/contracts';
import { proxyActivities } from '@temporalio/workflow';

/**
 * Each does one statement or a short batch and is due again in a minute: three tries, 50 s each, then the next minute takes over.
 * All are keyed by their rows, so a try whose answer was lost repeats nothing.
 */
export const minuteActivities = proxyActivities<
  Pick<OperationActivities, 'fireDueRungs' | 'sendPendingSms' | 'resumeRedatings' | 'collectResults' | 'giveCards'>
>({
  startToCloseTimeout: '50s',
  scheduleToCloseTimeout: '3 minutes',
  retry: { initialInterval: '1s', maximumInterval: '10s', maximumAttempts: 3 },
});

/**
 * A night's list of one agency after the other, against a platform that may be slow: an hour a try, and tries until the night is
 * over. Comparing changes nothing, and a letter sent again is the same letter to the platform.
 */
export const nightActivities = proxyActivities<Pick<OperationActivities, 'reconcileLetters'>>({
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '2 minutes',
  scheduleToCloseTimeout: '6 hours',
  retry: { initialInterval: '30s', backoffCoefficient: 2, maximumInterval: '10 minutes' },
});

/**
 * A page takes seconds at the yielding rate; the heartbeat tells a dead worker within half a minute. No limit of tries: a re-dating
 * once confirmed is finished, and a case told twice knows the message by its id.
 */
export const redatingActivities = proxyActivities<Pick<OperationActivities, 'redatePage' | 'finishRedating'>>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '30s' },
});

/**
 * Looks at the engine and the tables and is due again in twenty seconds: one try of a minute and a half at most (once an hour it lists every run), then the
 * next look takes over.
 */
export const sweepActivities = proxyActivities<Pick<OperationActivities, 'sweepEngine' | 'checkRepairs'>>({
  startToCloseTimeout: '90s',
  retry: { maximumAttempts: 1 },
});

/** A page of bulk work takes seconds at the yielding rate; a dead worker is known within half a minute, and settled lines are not done again. */
export const bulkActivities = proxyActivities<Pick<OperationActivities, 'bulkPage' | 'finishBulk'>>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '30s' },
});
