export const dayMs = 86_400_000;

/** The Shanghai date of an instant in milliseconds. */
export const shanghaiDate = (instant: number): string => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10);

/** `months` before a month written YYYY-MM. */
export function monthsBefore(yearMonth: string, months: number): string {
  const count = Number(yearMonth.slice(0, 4)) * 12 + Number(yearMonth.slice(5, 7)) - 1 - months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}
