import { z } from 'zod';
import { basisSchema, conditionsSchema, idSchema, placeSchema, statedSchema } from './basis';
import { admissionSchema } from './admission';
import { pushedListSchema } from './pushed-list';
import * as rules from './rules';

const named = z.strictObject({ id: idSchema, name: z.string().min(1), basis: basisSchema });
const channelShape = { id: idSchema, name: z.string().min(1), text: z.string().min(1), basis: basisSchema };
const queryChannelSchema = z.strictObject({ ...channelShape, open: z.boolean().default(true) });
const channelSchema = z.strictObject({
  ...channelShape,
  /** Announced in the guide but not yet open. */
  open: z.boolean().default(true),
  /** Open to applications of which these hold: 注销 only. */
  when: conditionsSchema.optional(),
  /** Who may register a case by it; `window` stands for the agency's own counters, `system` for what opens by itself (免申即享). */
  openedBy: z
    .array(z.union([z.literal('window'), z.literal('system'), rules.outsideRoleSchema]))
    .min(1)
    .default(['window']),
});

/** Offices of this section. Addresses and telephones follow offices.yaml unless this section prints another. */
const itemOfficesSchema = z.strictObject({
  basis: basisSchema,
  list: z
    .array(
      z.preprocess(
        (written) => (typeof written === 'string' ? { id: written } : written),
        z.strictObject({
          id: placeSchema,
          address: z.string().min(1).optional(),
          telephone: z.string().min(1).optional(),
          note: z.string().min(1).optional(),
        }),
      ),
    )
    .min(1),
});

/** Telephones as this section prints them, by office, or one for the whole agency. */
const telephonesSchema = z
  .strictObject({
    basis: basisSchema,
    whole: z.string().min(1).optional(),
    byOffice: z.record(placeSchema, z.string().min(1)).optional(),
    notes: z.record(placeSchema, z.string().min(1)).optional(),
  })
  .refine((t) => (t.whole === undefined) !== (t.byOffice === undefined), {
    message: 'telephones are printed either per office or once',
  });

/** One item of a guide: every fact the section prints, and what the product adds, each with its basis. */
export const itemSchema = z.strictObject({
  code: z.string().regex(/^[A-Z]{2}-\d+(\.\d+)?$/),
  name: z.string().min(1),
  basis: basisSchema,
  mode: z.enum(['immediate', 'promised']),
  /** Why the item is 即办件 or 承诺件. */
  modeBasis: basisSchema,
  story: idSchema,
  params: z.record(idSchema, z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  paramsBasis: z.record(idSchema, basisSchema),
  objects: z.array(statedSchema).min(1),
  /** `organisation`: known by its credit code and its whole name (用人单位, 学校, 定点机构). */
  applicantKinds: z
    .array(
      named.extend({
        organisation: z.literal(true).optional(),
        /** Form field that names whom documents are addressed to, where the person in whose name the case stands has died. */
        addressee: idSchema.optional(),
      }),
    )
    .min(1),
  channels: z.array(channelSchema).min(1),
  offices: itemOfficesSchema,
  variants: z.array(named).default([]),
  materials: z.array(rules.materialSchema),
  process: z.strictObject({ condition: statedSchema.optional(), steps: z.array(statedSchema).min(1) }),
  /** 办理时限 as printed, whole. */
  limitText: statedSchema,
  limits: z.array(rules.limitSchema).min(1),
  query: z.strictObject({
    text: statedSchema.optional(),
    channels: z.array(queryChannelSchema).min(1),
    telephones: telephonesSchema.optional(),
  }),
  supervision: telephonesSchema,
  /** 服务质量及满意度测评: the edition's text, held against this section. */
  qualityBasis: basisSchema,
  form: z.array(rules.formFieldSchema),
  /** Conditions asked before the application gets a number. */
  admission: z.array(admissionSchema).default([]),
  /** Lists pushed by other systems whose lines open this item. */
  pushedLists: z.array(pushedListSchema).default([]),
  facts: z.array(rules.factSchema).default([]),
  stages: z.array(rules.stageSchema).min(1),
  pauses: z.array(rules.pauseSchema),
  documents: z.array(rules.documentSchema).min(1),
  outcomes: z.array(rules.outcomeSchema).min(1),
  supplement: z.strictObject({ basis: basisSchema }),
  service: rules.serviceSchema,
  extension: rules.extensionSchema.optional(),
  /** Where the print contradicts itself or leaves something open; each also stands in docs/open-questions.md. */
  notes: z.array(statedSchema).default([]),
});
export type ItemFile = z.infer<typeof itemSchema>;
