import type { SourceOpening } from '@due-process/contracts';
import { z } from 'zod';

/** The frame of a source's opening; what the item asks for inside it is judged by the item's own rules. */
export const sourceOpeningSchema: z.ZodType<SourceOpening> = z.strictObject({
  source: z.strictObject({
    kind: z.enum(['schedule', 'pushedList', 'roster', 'case']),
    reference: z.string().regex(/^[A-Za-z0-9:._-]{1,80}$/, '应为 1 至 80 位字母、数字、连字符或点'),
  }),
  itemCode: z.string().min(1).max(20),
  officeId: z.string().max(60).optional(),
  channel: z.string().max(60),
  variant: z.string().max(60).optional(),
  applicant: z.record(z.string(), z.unknown()),
  form: z.record(z.string(), z.unknown()).optional(),
  materials: z.unknown().optional(),
  receivedAt: z.string().max(40).optional(),
  acceptNow: z.boolean().optional(),
  duplicates: z.enum(['perSource', 'perApplicant']).optional(),
});
