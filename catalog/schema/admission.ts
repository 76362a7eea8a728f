import { WINDOW_KINDS } from '@due-process/contracts';
import { z } from 'zod';
import { basisSchema, conditionsSchema, idSchema } from './basis';

const common = {
  id: idSchema,
  name: z.string().min(1),
  /** What the applicant is told; may hold `{from}`, `{to}`, `{until}` and `{name}`. */
  refusal: z.string().min(1),
  when: conditionsSchema.optional(),
  basis: basisSchema,
};

/** Conditions on an application as a whole, asked before it gets a number. */
export const admissionSchema = z.discriminatedUnion('check', [
  z.strictObject({
    ...common,
    check: z.literal('period'),
    window: z.enum(WINDOW_KINDS),
    keepField: idSchema.optional(),
  }),
  z.strictObject({
    ...common,
    check: z.literal('plan'),
    window: z.enum(WINDOW_KINDS),
    districtField: idSchema.optional(),
    kindField: idSchema.optional(),
    keepField: idSchema.optional(),
  }),
  z.strictObject({ ...common, check: z.literal('directory'), field: idSchema, dictionary: idSchema }),
  z.strictObject({ ...common, check: z.literal('ban') }),
]);
