import type { ClockView } from '@due-process/contracts';

/** A limit as the guide says it, and how much of it is used: `30 个工作日，已用 4 个`, `次月 12 日前`. */
export function limitWords({ unit, quantity, totalDays, usedDays }: ClockView): string {
  switch (unit) {
    case 'workingDay':
      return `${totalDays} 个工作日，已用 ${usedDays} 个`;
    case 'dayOfNextMonth':
      return quantity >= 31 ? '次月底前' : `次月 ${quantity} 日前`;
    case 'month':
      return `${quantity} 个月，已用 ${usedDays} 天`;
    case 'year':
      return `${quantity} 年，已用 ${usedDays} 天`;
    default:
      return `${totalDays} 天，已用 ${usedDays} 天`;
  }
}
