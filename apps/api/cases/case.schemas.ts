import { z } from 'zod';

/** Bodies of the case resource. What an item or an action asks for is only known at run time and judged by its own rules. */

export const caseNoParam = z.string().max(40);

/** For the document alone: the body is judged whole by the item's rules, so that every bad field is named at once. */
export const openCaseSchema = z.looseObject({
  itemCode: z.string().meta({ example: 'YT-2.2' }).optional(),
  officeId: z.unknown().optional(),
  channel: z.unknown().optional(),
  variant: z.unknown().optional(),
  applicant: z.unknown().optional(),
  form: z.unknown().optional(),
  materials: z.unknown().optional(),
  uploads: z.unknown().optional(),
  receivedAt: z.unknown().optional(),
  acceptNow: z.unknown().optional(),
});

export const actSchema = z.strictObject({
  expectedVersion: z.number().int().min(0),
  input: z.unknown().optional(),
  occurredOn: z.string().max(40).nullish(),
  taskKey: z.string().min(1).max(120).nullish(),
});
export type ActBody = z.output<typeof actSchema>;

export const actionParam = z.string().max(60);

export const revealSchema = z.strictObject({
  fields: z.array(z.string().min(1).max(80)).min(1).max(20),
  reason: z
    .string()
    .trim()
    .min(2)
    .refine((text) => [...text].length <= 200, '最多 200 个字'),
});
export type RevealBody = z.output<typeof revealSchema>;
