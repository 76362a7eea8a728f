import { z } from 'zod';
import { isoDate, regionCode } from './dates';

const pause = z
  .strictObject({ from: isoDate, to: isoDate.nullish() })
  .refine((span) => !span.to || span.from <= span.to, { path: ['to'], error: '恢复日不能早于暂停日' });

const greatest = { workingDay: 5000, calendarDay: 5000, month: 1200, year: 100, dayOfNextMonth: 31 } as const;

/** One question to the counting of time: nothing is stored. */
export const deadlinePreviewSchema = z
  .strictObject({
    region: regionCode,
    start: isoDate,
    quantity: z.int().min(0).max(5000),
    unit: z.enum(['workingDay', 'calendarDay', 'month', 'year', 'dayOfNextMonth']),
    pauses: z.array(pause).max(200).default([]),
    calendarVersion: z.string().min(1).max(32).nullish(),
  })
  .superRefine(({ quantity, unit }, context) => {
    const least = unit === 'dayOfNextMonth' ? 1 : 0;
    if (quantity >= least && quantity <= greatest[unit]) return;
    const message = quantity < least ? `不能小于 ${least}` : `不能大于 ${greatest[unit]}`;
    context.addIssue({ code: 'custom', path: ['quantity'], message });
  });
export type DeadlinePreview = z.infer<typeof deadlinePreviewSchema>;

export const deadlineSchema = z.object({
  dueOn: z.string(),
  provisional: z.boolean(),
  calendarVersion: z.string(),
  /** A pause is still open: the date moves on with every day of waiting. */
  open: z.boolean().optional(),
  derivation: z.array(
    z.object({
      date: z.string(),
      counted: z.boolean(),
      reason: z.enum([
        'startDay',
        'workingDay',
        'makeUpWorkday',
        'calendarDay',
        'weekend',
        'holiday',
        'paused',
        'rolled',
      ]),
      note: z.string().optional(),
    }),
  ),
});
