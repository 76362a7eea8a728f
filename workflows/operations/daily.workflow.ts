import type { OperationActivities } from '@due-process/contracts';
import { nightActivities } from './activity-groups';

export interface DailyResult {
  letters: Awaited<ReturnType<OperationActivities['reconcileLetters']>>;
}

/** The night's work: letters sent and never received are found before the day begins (issue: 转移接续, 函件). */
export async function daily(): Promise<DailyResult> {
  return { letters: await nightActivities.reconcileLetters() };
}
