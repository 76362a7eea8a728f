import { z } from 'zod';
import { basisSchema, idSchema } from './basis';

/** A kind of list whose lines open this item; see PushedListRule. */
export const pushedListSchema = z.strictObject({
  kind: idSchema,
  name: z.string().min(1),
  channel: idSchema,
  variant: idSchema.optional(),
  applicantKind: idSchema,
  reference: z.string().regex(/^[a-z]+:\{[a-zA-Z]+\}$/, 'a word and a member of the line: birth:{bornOn}'),
  form: z.record(idSchema, z.string().regex(/^[a-z][A-Za-z0-9]*$/)),
  sets: z.record(idSchema, z.union([z.string(), z.number(), z.boolean()])).default({}),
  requires: z.array(z.string()).default([]),
  basis: basisSchema,
});
