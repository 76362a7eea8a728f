import type { IsoDate, LimitUnit, PauseSpan, WorkCalendar } from '@due-process/contracts';
import { dueDate, isWorkingDay } from '@due-process/domain';

/** What one calendar changes against another: its days, and with them the due dates of running clocks. Pure. */

export type DayState = '工作日' | '休息日';

export interface ChangedDay {
  date: IsoDate;
  was: DayState;
  becomes: DayState;
}

const dayMs = 86_400_000;
const stateOf = (calendar: WorkCalendar, date: IsoDate): DayState =>
  isWorkingDay(calendar, date) ? '工作日' : '休息日';

export function changedDays(before: WorkCalendar, after: WorkCalendar): ChangedDay[] {
  const years = new Set([...Object.keys(before.years), ...Object.keys(after.years)].map(Number));
  return [...years]
    .sort((a, b) => a - b)
    .flatMap((year) => {
      if (JSON.stringify(before.years[year]) === JSON.stringify(after.years[year])) return [];
      const length = (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / dayMs;
      return Array.from({ length }, (_, i) => {
        const date = new Date(Date.UTC(year, 0, 1 + i)).toISOString().slice(0, 10);
        return { date, was: stateOf(before, date), becomes: stateOf(after, date) };
      }).filter(({ was, becomes }) => was !== becomes);
    });
}

/** A clock as its row holds it, with the pauses that stop it. */
export interface RunningClock {
  caseNo: string;
  itemCode: string;
  agency: string;
  id: string;
  name: string;
  startedOn: IsoDate;
  quantity: number;
  extendedBy: number;
  unit: LimitUnit;
  dueOn: IsoDate;
  pauses: PauseSpan[];
}

export interface ChangedClock {
  clock: RunningClock;
  newDueOn: IsoDate;
  /** In time by the old date, late by the new one, as of today. */
  newlyLate: boolean;
  newlySaved: boolean;
}

/** The clock's change under the new calendar; undefined when its date stays. */
export function changeOf(clock: RunningClock, calendar: WorkCalendar, today: IsoDate): ChangedClock | undefined {
  const { quantity, unit, extendedBy, pauses } = clock;
  const newDueOn = dueDate({ start: clock.startedOn, quantity, unit, extendedBy, pauses, calendar });
  if (newDueOn === clock.dueOn) return undefined;
  const wasLate = clock.dueOn < today;
  const isLate = newDueOn < today;
  return { clock, newDueOn, newlyLate: !wasLate && isLate, newlySaved: wasLate && !isLate };
}
