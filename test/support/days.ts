import { preview, today } from './deadlines';

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The working days that follow a date, by the calendar in force. */
export async function nextWorkingDays(count: number, after = today()): Promise<string[]> {
  const { derivation } = await preview(after, count);
  return derivation.filter((day) => day.counted).map((day) => day.date);
}
