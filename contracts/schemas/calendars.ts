import { z } from 'zod';
import { isoDate } from './dates';

const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();
const isWeekend = (date: string): boolean => weekday(date) === 0 || weekday(date) === 6;
const dayMs = 86_400_000;
const lengthOf = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs + 1;

const holiday = z
  .strictObject({ name: z.string().min(1).max(20), from: isoDate, to: isoDate })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: '末日不能早于首日', abort: true })
  .refine(({ from, to }) => lengthOf(from, to) <= 31, { path: ['to'], error: '一个假期最多 31 天' });

interface Notice {
  notice: number;
  holidays: z.infer<typeof holiday>[];
  workdays: string[];
}
type Report = (path: PropertyKey[], message: string) => void;

/** A notice speaks of its year and of the weeks on either side of it. */
function checkReach({ notice, holidays, workdays }: Notice, report: Report): void {
  const outside = (date: string): boolean => date < `${notice - 1}-12-01` || date > `${notice + 1}-01-31`;
  const message = `日期须在 ${notice - 1} 年 12 月至 ${notice + 1} 年 1 月之间`;
  holidays.forEach(({ from, to }, i) => {
    if (outside(from)) report(['holidays', i, 'from'], message);
    if (outside(to)) report(['holidays', i, 'to'], message);
  });
  workdays.forEach((day, i) => {
    if (outside(day)) report(['workdays', i], message);
  });
}

function checkDays({ holidays, workdays }: Notice, report: Report): void {
  holidays.forEach((one, i) => {
    const clash = holidays.slice(0, i).find((other) => one.from <= other.to && other.from <= one.to);
    if (clash) report(['holidays', i, 'from'], `与“${clash.name}”的日期重叠`);
  });
  workdays.forEach((day, i) => {
    if (workdays.indexOf(day) < i) report(['workdays', i], '与前面的调休上班日重复');
    if (!isWeekend(day)) report(['workdays', i], '调休上班日须是星期六或星期日');
    const within = holidays.find(({ from, to }) => day >= from && day <= to);
    if (within) report(['workdays', i], `该日在“${within.name}”假期之内`);
  });
}

/** The State Council's notice on holidays as a person enters it: makes a draft version of the calendar. */
export const calendarNoticeSchema = z
  .strictObject({
    /** The year it speaks of. */
    notice: z.int().min(1950).max(2198),
    /** 文号 */
    sourceNo: z.string().min(1).max(60),
    issuedOn: isoDate,
    title: z.string().min(1).max(120).optional(),
    holidays: z.array(holiday).min(1).max(30),
    workdays: z.array(isoDate).max(60).default([]),
    /** Changes only the days it names of a year already published. */
    supplement: z.boolean().default(false),
  })
  .superRefine((notice, context) => {
    const report: Report = (path, message) => context.addIssue({ code: 'custom', path, message });
    checkReach(notice, report);
    checkDays(notice, report);
  });
export type CalendarNoticeInput = z.infer<typeof calendarNoticeSchema>;

export const calendarVersionParam = z.string().regex(/^[\w-]{1,32}$/, '日历版本格式不正确');

export const previewQuerySchema = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,30}$/, '翻页标记不正确')
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PreviewQuery = z.infer<typeof previewQuerySchema>;

const person = z.object({ id: z.string(), name: z.string() });

export const calendarSummarySchema = z.object({
  version: z.string(),
  state: z.enum(['draft', 'proposed', 'published']),
  /** The one that new cases are counted by. */
  inForce: z.boolean(),
  createdBy: person.optional(),
  createdAt: z.string(),
  proposedBy: person.optional(),
  proposedAt: z.string().optional(),
  confirmedBy: person.optional(),
  publishedAt: z.string().optional(),
  notices: z.array(z.object({ year: z.number(), sourceNo: z.string(), title: z.string(), issuedOn: z.string() })),
  years: z.array(z.object({ year: z.number(), published: z.boolean(), workingDays: z.number() })),
});

/** How far the cases that the calendar re-dates have been told. */
export const redatingSchema = z.object({
  state: z.string(),
  total: z.number(),
  done: z.number(),
  failed: z.number(),
  remaining: z.number(),
  startedAt: z.string(),
  finishedAt: z.string().optional(),
});

export const calendarDetailSchema = calendarSummarySchema.extend({
  holidays: z.array(z.object({ name: z.string(), from: z.string(), to: z.string() })),
  workdays: z.array(z.string()),
  /** The days of each year in force under this version, as `MM-DD`: what rests and which weekend days are worked. */
  days: z.record(
    z.string(),
    z.object({ published: z.boolean(), rest: z.array(z.string()), work: z.array(z.string()) }),
  ),
  redating: redatingSchema.optional(),
});

export const calendarPreviewSchema = z.object({
  version: z.string(),
  base: z.string(),
  changedDays: z.array(z.object({ date: z.string(), was: z.string(), becomes: z.string() })),
  /** Over all agencies; absent on later pages. */
  summary: z
    .object({
      examined: z.number(),
      casesChanged: z.number(),
      clocksChanged: z.number(),
      newlyLate: z.number(),
      newlySaved: z.number(),
    })
    .optional(),
  /** Of the viewer's agency. */
  cases: z.array(
    z.object({
      caseNo: z.string(),
      itemCode: z.string(),
      clock: z.string(),
      clockName: z.string(),
      oldDueOn: z.string(),
      newDueOn: z.string(),
      newlyLate: z.boolean(),
      newlySaved: z.boolean(),
    }),
  ),
  /** Give it as `after` for the next page; absent on the last one. */
  next: z.string().optional(),
});
