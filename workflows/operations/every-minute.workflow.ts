import type { OperationActivities } from '@due-process/contracts';
import { allOf } from './all-of';
import { minuteActivities } from './activity-groups';

export interface MinuteResult {
  rungs: Awaited<ReturnType<OperationActivities['fireDueRungs']>>;
  sms: Awaited<ReturnType<OperationActivities['sendPendingSms']>>;
  redatings: Awaited<ReturnType<OperationActivities['resumeRedatings']>>;
  results: Awaited<ReturnType<OperationActivities['collectResults']>>;
  cards: Awaited<ReturnType<OperationActivities['giveCards']>>;
}

/**
 * What every minute brings (design §4, ladders; §6, re-dating). SMS follow the rungs they come from, cards the numbers of closed cases. A failure of one part
 * never holds back another, and what was left undone is simply due again in the next minute.
 */
export async function everyMinute(): Promise<MinuteResult> {
  const { fireDueRungs, sendPendingSms, resumeRedatings, collectResults, giveCards } = minuteActivities;
  const rungs = fireDueRungs();
  const results = collectResults();
  return allOf({
    rungs,
    sms: rungs.then(sendPendingSms, sendPendingSms),
    redatings: resumeRedatings(),
    results,
    cards: results.then(giveCards, giveCards),
  });
}
