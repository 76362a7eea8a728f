import { isoDate } from '@due-process/contracts/schemas';
import { z } from 'zod';

const receiver = z.enum(['holder', 'head', 'leader', 'supervise']);
const rung = z
  .strictObject({
    id: z.string().min(1).max(30),
    share: z.number().positive().max(1).optional(),
    due: z.literal(true).optional(),
    afterDue: z.number().int().min(1).max(60).optional(),
    receivers: z.array(receiver).min(1),
    sms: z.boolean().optional(),
  })
  .refine(
    ({ share, due, afterDue }) => [share, due, afterDue].filter((one) => one !== undefined).length === 1,
    '每一级写办到几成、到期当日、逾期几个工作日中的一种',
  );

export const ladderPreviewSchema = z.strictObject({
  item: z.string().max(40),
  officeId: z.string().max(60).optional(),
  /** The day on which every limit is taken to start. */
  startOn: isoDate,
  /** A standstill of the limits that can stand still: day of the notice, day of receipt. */
  pause: z.strictObject({ from: isoDate, to: isoDate }).optional(),
  /** Ladders to try in place of those in force, by limit. */
  changes: z
    .array(z.strictObject({ clock: z.string().max(60), rungs: z.array(rung).max(12) }))
    .max(40)
    .default([]),
});
export type LadderPreview = z.output<typeof ladderPreviewSchema>;
