import type { IsoDate } from '@due-process/contracts';
import { toDayNumber, toIsoDate } from '../calendar/day-number';

/** YT-7 六: 病种申报日期的次日开始享受待遇. QD-5 六: 核准当日享受待遇. */
export type BenefitStart = 'dayAfterApplication' | 'approval';

export function benefitStart(
  rule: BenefitStart,
  { appliedOn, approvedOn }: Record<'appliedOn' | 'approvedOn', IsoDate>,
) {
  return rule === 'approval' ? approvedOn : toIsoDate(toDayNumber(appliedOn) + 1);
}
