import { z } from 'zod';
import { basisSchema, conditionsSchema, idSchema } from './basis';

/** A disease, a hospital, a kind of person: one line of a printed list. */
const entrySchema = z.strictObject({
  /** Hospitals and places keep pinyin and hyphens; everything else is camelCase English. */
  id: z.string().regex(/^[a-z][A-Za-z0-9-]*$/, 'identifiers of entries are camelCase, of places kebab-case'),
  name: z.string().min(1),
  /** Offered only when these hold: a disease that the guide lists for one kind of insured person alone. */
  when: conditionsSchema.optional(),
  /** What rules may ask of the entry, by name: a class, a group, the groups that a hospital decides. */
  says: z.record(idSchema, z.union([z.string(), z.array(z.string()).min(1)])).optional(),
  district: z.string().min(1).optional(),
  address: z.string().min(1).optional(),
  telephone: z.string().min(1).optional(),
  /** Where it differs from the dictionary's own. */
  basis: basisSchema.optional(),
});

/**
 * A list that the guide prints and that forms choose from: diseases, hospitals. It belongs to the catalogue and is never pinned in a case; a case keeps the entry's
 * identifier and what was derived from it when it was taken in.
 */
export const dictionarySchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1),
  basis: basisSchema,
  entries: z.array(entrySchema).min(1),
});
export type DictionaryFile = z.infer<typeof dictionarySchema>;
