import { z } from 'zod';
import { basisSchema, placeSchema, statedSchema } from './basis';

const dateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const phoneSchema = z.string().regex(/^[\d-]{7,13}$/);

/** One edition of a guide: whose it is, what it is called, from when it is in force. */
export const guideSchema = z.strictObject({
  edition: placeSchema,
  title: z.string().min(1),
  agency: z.strictObject({
    /** Six-digit region code; also the agency's identifier everywhere. */
    region: z.string().regex(/^\d{6}$/),
    regionName: z.string().min(1),
    name: z.string().min(1),
    /** Three digits of the case number. */
    code: z.string().regex(/^\d{3}$/),
    basis: basisSchema,
  }),
  issuedBy: z.string().min(1),
  issued: z.string().min(1),
  inForceFrom: z.strictObject({ on: dateSchema, basis: basisSchema }),
  source: z.string().min(1),
  /** Prefix of the codes of its items. */
  codes: z.string().regex(/^[A-Z]{2}-$/),
  /** An edition of a district is held against the one it improves on: never a longer limit, never a further material or step. */
  improves: z.string().optional(),
  /** Headings of the table of contents, by the first number of an item's code. */
  chapters: z.record(z.string().regex(/^\d{1,2}$/), z.string().min(1)),
  principles: z.array(statedSchema),
});
export type Guide = z.infer<typeof guideSchema>;

export const officesSchema = z.strictObject({
  hours: z.strictObject({
    opens: z.string().regex(/^\d{2}:\d{2}$/),
    closes: z.string().regex(/^\d{2}:\d{2}$/),
    text: z.string().min(1),
    basis: basisSchema,
  }),
  offices: z
    .array(
      z.strictObject({
        id: placeSchema,
        name: z.string().min(1),
        address: z.string().min(1),
        telephone: phoneSchema.optional(),
        basis: basisSchema,
      }),
    )
    .min(1),
});
export type OfficesFile = z.infer<typeof officesSchema>;

/** Sections of the agency besides its offices: who works there holds the tasks that are not an office's. */
export const unitsSchema = z.strictObject({
  units: z.array(z.strictObject({ id: placeSchema, name: z.string().min(1), basis: basisSchema })).min(1),
});
export type UnitsFile = z.infer<typeof unitsSchema>;

export const laddersSchema = z.strictObject({
  basis: basisSchema,
  ladders: z.record(
    z.string(),
    z
      .array(
        z
          .strictObject({
            id: z.string().min(1),
            share: z.number().gt(0).lt(1).optional(),
            due: z.literal(true).optional(),
            afterDue: z.number().int().positive().optional(),
            receivers: z.array(z.enum(['holder', 'head', 'leader', 'supervise'])).min(1),
            sms: z.boolean().optional(),
          })
          .refine((rung) => [rung.share, rung.due, rung.afterDue].filter((x) => x !== undefined).length === 1, {
            message: 'a rung is a share of the period, the due date, or days past it: exactly one',
          }),
      )
      .min(1),
  ),
});
export type LaddersFile = z.infer<typeof laddersSchema>;

/** The standard by which service is judged and the ways of rating it: one text for a whole guide, checked per section. */
export const qualitySchema = z.strictObject({
  standard: z.string().min(1),
  points: z.array(z.string().min(1)).min(1),
  rating: z.array(z.string().min(1)).min(1),
});
export type Quality = z.infer<typeof qualitySchema>;
