import { z } from 'zod';
import { idSchema } from './basis';

/** Identifier → Chinese, in groups for the reader. One identifier has one meaning, so a name stands in one group only. */
export const termsSchema = z.record(z.string().min(1), z.record(idSchema, z.string().min(1)));
export type Terms = z.infer<typeof termsSchema>;
