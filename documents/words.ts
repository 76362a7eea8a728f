import type { IsoDate, LimitUnit } from '@due-process/contracts';

/** `2026年11月22日`: dates of documents stand in full, without leading zeros (GB/T 9704—2012 7.3.5.4). */
export function dateWords(on: IsoDate): string {
  const [year = '', month = '', day = ''] = on.split('-');
  return `${Number(year)}年${Number(month)}月${Number(day)}日`;
}

const units: Record<Exclude<LimitUnit, 'dayOfNextMonth'>, string> = {
  workingDay: '个工作日',
  calendarDay: '日',
  month: '个月',
  year: '年',
};

export const lengthWords = (quantity: number, unit: LimitUnit): string => {
  if (unit !== 'dayOfNextMonth') return `${quantity}${units[unit]}`;
  return quantity > 30 ? '至次月月底' : `至次月${quantity}日`;
};

/** A date that may still move because a year's holidays are not announced. */
export const dueWords = (on: IsoDate, provisional: boolean): string =>
  `${dateWords(on)}${provisional ? '（暂定，以国务院办公厅公布的放假安排为准）' : ''}`;

/** Amounts travel in fen. */
export const yuanWords = (fen: number): string => `${(fen / 100).toFixed(2)}元`;

/** `2019-03` → `2019年3月`. */
export function monthWords(month: string): string {
  const [year, number] = month.split('-');
  return year && number ? `${Number(year)}年${Number(number)}月` : '——';
}

const weekdays = '日一二三四五六';

/** Day of the week of a plain date. */
export const weekdayWords = (on: IsoDate): string => `周${weekdays[new Date(`${on}T00:00:00Z`).getUTCDay()] ?? ''}`;
