import type { CalendarNotice, WorkCalendar } from '@due-process/contracts';
import type { calendarDetailSchema, calendarSummarySchema } from '@due-process/contracts/schemas';
import { workingDaysBetween } from '@due-process/domain';
import type { z } from 'zod';
import type { RedatingRow, VersionRow } from './calendar-versions.store';

export type CalendarSummary = z.infer<typeof calendarSummarySchema>;
export type CalendarDetail = z.infer<typeof calendarDetailSchema>;

const person = (id: string | null, name: string | null): { id: string; name: string } | undefined =>
  id === null ? undefined : { id, name: name ?? id };

const yearsOf = (calendar: WorkCalendar): CalendarSummary['years'] =>
  Object.entries(calendar.years).map(([year, { published }]) => ({
    year: Number(year),
    published,
    workingDays: workingDaysBetween(calendar, `${Number(year) - 1}-12-31`, `${year}-12-31`),
  }));

export function summaryOf(row: VersionRow, inForce: string): CalendarSummary {
  const createdBy = person(row.created_by, row.created_by_name);
  const proposedBy = person(row.proposed_by, row.proposed_by_name);
  const confirmedBy = person(row.confirmed_by, row.confirmed_by_name);
  return {
    version: row.version,
    state: row.state,
    inForce: row.version === inForce,
    createdAt: row.created_at.toISOString(),
    ...(createdBy && { createdBy }),
    ...(proposedBy && { proposedBy }),
    ...(row.proposed_at && { proposedAt: row.proposed_at.toISOString() }),
    ...(confirmedBy && { confirmedBy }),
    ...(row.published_at && { publishedAt: row.published_at.toISOString() }),
    notices: row.notices.map(({ year, sourceNumber, title, issuedOn }) => ({
      year,
      sourceNo: sourceNumber,
      title,
      issuedOn,
    })),
    years: yearsOf(row.calendar),
  };
}

/** The days of the last notice: what this version brought. */
const broughtBy = (notices: CalendarNotice[]): Pick<CalendarDetail, 'holidays' | 'workdays'> => {
  const last = notices.at(-1);
  return { holidays: last?.holidays ?? [], workdays: last?.makeUpWorkdays ?? [] };
};

export function detailOf(row: VersionRow, inForce: string, redating: RedatingRow | undefined): CalendarDetail {
  return {
    ...summaryOf(row, inForce),
    ...broughtBy(row.notices),
    days: row.calendar.years,
    ...(redating && { redating: progressOf(redating) }),
  };
}

/** What a killed page had told is not in the count; once all is finished nothing is left undone. */
function progressOf(row: RedatingRow): NonNullable<CalendarDetail['redating']> {
  const total = Math.max(row.expected, row.told);
  const done = row.state === 'finished' ? total : row.told;
  return {
    state: row.state,
    total,
    done,
    failed: row.failed,
    remaining: total - done,
    startedAt: row.started_at.toISOString(),
    ...(row.finished_at && { finishedAt: row.finished_at.toISOString() }),
  };
}
