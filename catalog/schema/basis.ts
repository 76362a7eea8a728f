import type { Basis } from '@due-process/contracts';
import { z } from 'zod';

/**
 * Where a fact comes from. A bare text is the guide's own section (`2.2 六`); what is ours says so and says why, because nothing may
 * look like the guide's word that is not.
 */
export const basisSchema = z.preprocess(
  (written) => (typeof written === 'string' ? { section: written } : written),
  z
    .strictObject({ section: z.string().min(1), own: z.boolean().optional(), note: z.string().min(1).optional() })
    .refine((basis) => !basis.own || basis.note, { message: 'an own setting needs its reason in `note`' }),
) as z.ZodType<Basis>;

/** A sentence as printed, with its place. */
export const statedSchema = z.strictObject({ text: z.string().min(1), basis: basisSchema });

/** English identifier from the glossary: terms.yaml holds its Chinese. */
export const idSchema = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'identifiers are camelCase English');

/** Place names keep their pinyin and their hyphens. */
export const placeSchema = z.string().regex(/^[a-z][a-z0-9-]*$/, 'places and units are kebab-case');

export const conditionsSchema = z
  .array(z.strictObject({ field: z.string().min(1), in: z.array(z.union([z.string(), z.boolean()])).min(1) }))
  .min(1);

export const limitUnitSchema = z.enum(['workingDay', 'calendarDay', 'month', 'year', 'dayOfNextMonth']);
