import type { OperationActivities } from '@due-process/contracts';
import { allOf } from './all-of';
import { minuteActivities } from './activity-groups';

export interface MinuteResult {
  rungs: Awaited<ReturnType<OperationActivities['fireDueRungs']>>;
  sms: Awaited<ReturnType<OperationActivities['sendPendingSms']>>;
  redatings: Awaited<ReturnType<OperationActivities['resumeRedatings']>>;
}

/**
 * What every minute brings (design §4, ladders; §6, re-dating). SMS follow the rungs they come from. A failure of one part
 * never holds back another, and what was left undone is simply due again in the next minute.
 */
export async function everyMinute(): Promise<MinuteResult> {
  const { fireDueRungs, sendPendingSms, resumeRedatings } = minuteActivities;
  const rungs = fireDueRungs();
  return allOf({
    rungs,
    sms: rungs.then(sendPendingSms, sendPendingSms),
    redatings: resumeRedatings(),
  });
}
