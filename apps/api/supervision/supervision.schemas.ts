import { BULK_KINDS, CASE_CLASSES, REPAIR_KINDS } from '@due-process/contracts';
import { isoDate } from '@due-process/contracts/schemas';
import { z } from 'zod';

const words = (least: number, most: number) =>
  z
    .string()
    .trim()
    .min(least)
    .refine((text) => [...text].length <= most, `最多 ${most} 个字`);
const id = z.string().max(60);
const flag = z.enum(['true', 'false']);

export const caseNoParam = z.string().max(40);
export const uuidParam = z.uuid();

export const supervisedQuery = z.strictObject({
  class: z.enum(CASE_CLASSES).optional(),
  cause: z.string().max(30).optional(),
  unit: id.optional(),
  assignee: id.optional(),
  item: id.optional(),
  stage: id.optional(),
  /** A place of the flow chart. */
  at: id.optional(),
  late: z.enum(['step', 'total']).optional(),
  paused: flag.optional(),
  unclaimed: z.literal('true').optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type SupervisedQuery = z.output<typeof supervisedQuery>;

export const repairSchema = z.strictObject({
  kind: z.enum(REPAIR_KINDS),
  reason: words(2, 500),
  /** The wait or step that is meant. */
  key: z.string().max(120).optional(),
  /** reassign: the colleague. */
  to: id.optional(),
  /** skip: the number under which it was entered by hand. */
  recordNo: z.string().max(60).optional(),
  /** Minutes for which the case does not alarm while it is repaired. */
  alarmMinutes: z
    .number()
    .int()
    .min(0)
    .max(7 * 24 * 60)
    .default(60),
});
export type RepairInput = z.output<typeof repairSchema>;
export const declineSchema = z.strictObject({ reason: words(2, 500) });
export const repairsQuery = z.strictObject({ caseNo: caseNoParam.optional(), open: flag.default('false') });

export const bulkSchema = z.strictObject({
  kind: z.enum(BULK_KINDS),
  reason: words(2, 200),
  /** Which open tasks: of a person, of a unit, by light or number; at least one condition. */
  select: z
    .strictObject({
      assignee: id.optional(),
      unit: id.optional(),
      item: id.optional(),
      light: z.enum(['yellow', 'red']).optional(),
      caseNos: z.array(caseNoParam).max(5000).optional(),
    })
    .refine((given) => Object.values(given).some((value) => value !== undefined), '请至少选择一个条件'),
  to: id.optional(),
  unit: id.optional(),
  text: words(0, 200).optional(),
});
export type BulkInput = z.output<typeof bulkSchema>;
export const bulkSignal = z.enum(['confirm', 'pause', 'resume', 'cancel', 'retry', 'undo']);

export const orderSchema = z.strictObject({
  caseNo: caseNoParam,
  level: z.enum(['order', 'yellow', 'red']).default('order'),
  text: words(1, 500),
  replyBy: isoDate.optional(),
});
export const ordersQuery = z.strictObject({ open: flag.default('true'), caseNo: caseNoParam.optional() });
export const orderNoParam = z.string().max(60);
export const answerSchema = z.strictObject({ reply: words(2, 500) });
export const objectionSchema = z.strictObject({ objection: words(2, 500) });
export const objectionAnswerSchema = z.strictObject({ withdraw: z.boolean(), answer: words(2, 500) });

export const absenceSchema = z.strictObject({
  account: id,
  from: isoDate.nullable(),
  to: isoDate.nullable(),
  deputy: id.nullable(),
});
export type AbsenceInput = z.output<typeof absenceSchema>;
