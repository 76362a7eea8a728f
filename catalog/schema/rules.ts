import { businessRoles, outsideRoles } from '@due-process/contracts';
import { z } from 'zod';
import { basisSchema, conditionsSchema, idSchema, limitUnitSchema, placeSchema } from './basis';

export const roleSchema = z.enum([...businessRoles, 'catalog']);
export const outsideRoleSchema = z.enum(outsideRoles);
const doerSchema = z.union([roleSchema, outsideRoleSchema]);
/** A unit of the agency, the case's own office, or an outside organisation (see StageRule). */
const taskUnitSchema = z.union([placeSchema, z.string().regex(/^form\.[a-z][A-Za-z0-9]*$/)]);

const fieldTypeSchema = z.enum([
  'text',
  'longText',
  'date',
  'month',
  'choice',
  'boolean',
  'number',
  'amountFen',
  'idNumber',
  'creditCode',
  'phone',
  'bankAccount',
  'personName',
  'agency',
  'organisation',
  'roster',
  'materials',
  /** Of an action only: part of the item's own form. */
  'form',
]);

const labelled = z.strictObject({ value: idSchema, label: z.string().min(1), when: conditionsSchema.optional() });

const fieldShape = {
  id: idSchema,
  label: z.string().min(1),
  type: fieldTypeSchema,
  required: z.boolean().optional(),
  personal: z.boolean().optional(),
  options: z.array(labelled).min(1).optional(),
  /** The entries of this dictionary of the edition instead of own options. */
  optionsFrom: idSchema.optional(),
  kinds: z.array(outsideRoleSchema).min(1).optional(),
  namesOpener: z.literal(true).optional(),
  when: conditionsSchema.optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  maxLength: z.number().int().positive().optional(),
  ahead: z.literal(true).optional(),
  help: z.string().min(1).optional(),
};
type FieldLike = { type: string; options?: unknown; optionsFrom?: unknown; maxLength?: number; personal?: boolean };
const sound = (field: FieldLike) =>
  (field.type === 'choice') === ((field.options === undefined) !== (field.optionsFrom === undefined)) &&
  (!['text', 'longText'].includes(field.type) || field.maxLength !== undefined) &&
  (!['idNumber', 'phone', 'bankAccount', 'personName'].includes(field.type) || field.personal === true);
const unsound = { message: 'a choice has options, a text has maxLength, what names a person is `personal`' };

/** A field of a form: it asks something of the applicant, so it has a basis. */
export const formFieldSchema = z.strictObject({ ...fieldShape, basis: basisSchema }).refine(sound, unsound);
/** A field of an action's input: the clerk's own entry, covered by the basis of its stage. */
export const inputFieldSchema = z.strictObject(fieldShape).refine(sound, unsound);

export const materialSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1),
  alternatives: z
    .array(z.strictObject({ id: idSchema, name: z.string().min(1) }))
    .min(2)
    .optional(),
  when: conditionsSchema.optional(),
  shareable: z.boolean().optional(),
  sharedBy: z.strictObject({ fact: idSchema, in: z.array(idSchema).min(1) }).optional(),
  byLetter: idSchema.optional(),
  promisable: z.boolean().optional(),
  basis: basisSchema,
});

const limitShape = {
  id: idSchema,
  name: z.string().min(1),
  text: z.string().min(1).optional(),
  basis: basisSchema,
};

/** 即时: concluded while the applicant waits. It is printed and published, and needs no clock. */
const immediateLimitSchema = z.strictObject({
  ...limitShape,
  kind: z.enum(['statutory', 'promised']),
  immediate: z.literal(true),
});

const countedLimitSchema = z
  .strictObject({
    ...limitShape,
    kind: z.enum([
      'statutory',
      'promised',
      'step',
      'counterpart',
      'publicNotice',
      'remedy',
      'ban',
      'supplement',
      'commitment',
    ]),
    quantity: z.number().int().positive(),
    unit: limitUnitSchema,
    when: conditionsSchema.optional(),
    startsOn: z.string().min(1),
    /** Facts that meet it; only a ban is over by its time alone. */
    metBy: z.array(z.string().min(1)),
    stoppedBy: z.array(z.string()).default([]),
    /** Name of a ladder of the edition. */
    ladder: z.string().min(1),
    yellowFrom: z.number().gt(0).lt(1).optional(),
    /** A promised limit names the statutory one that it may not exceed. */
    within: idSchema.optional(),
  })
  .refine(({ kind, metBy }) => kind === 'ban' || metBy.length > 0, { message: 'a limit names what meets it' });

export const limitSchema = z.union([immediateLimitSchema, countedLimitSchema], {
  error: (issue) =>
    `a limit is \`immediate\`, or has quantity, unit, startsOn, metBy and ladder (${String(issue.code)})`,
});
export type Limit = z.infer<typeof limitSchema>;
export type CountedLimit = z.infer<typeof countedLimitSchema>;
export const isCounted = (limit: Limit): limit is CountedLimit => 'quantity' in limit;

export const stageSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1),
  shows: z.enum(['awaitingIntake', 'received', 'awaitingSupplement', 'accepted', 'inReview', 'awaitingSecondReview']),
  role: doerSchema,
  unit: taskUnitSchema,
  byChannel: z.record(idSchema, z.strictObject({ role: doerSchema, unit: taskUnitSchema })).optional(),
  actions: z
    .array(
      z.strictObject({
        id: idSchema,
        label: z.string().min(1),
        input: z.array(inputFieldSchema).optional(),
        needs: z
          .array(z.enum(['materialsComplete', 'materialsMissing', 'factsHold', 'factsFail', 'limitOver']))
          .optional(),
        checks: z.array(idSchema).min(1).optional(),
        fact: z.string().min(1).optional(),
        advice: z.string().min(1).optional(),
        sendsBackTo: z.union([idSchema, z.string().regex(/^input\.[a-z][A-Za-z0-9]*$/)]).optional(),
      }),
    )
    .min(1),
  notBy: z.array(idSchema).optional(),
  basis: basisSchema,
});

const derivationSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('says'),
    field: idSchema,
    of: idSchema,
    word: idSchema,
    words: z.record(idSchema, z.string().min(1)).optional(),
  }),
  z.strictObject({
    kind: z.literal('right'),
    field: idSchema,
    of: idSchema,
    word: idSchema,
    by: idSchema,
    byOf: idSchema,
    rights: z.array(idSchema).min(1),
  }),
  z.strictObject({ kind: z.literal('age'), from: z.int().positive() }),
  z.strictObject({ kind: z.literal('recent'), field: idSchema, months: z.int().positive() }),
]);

export const factSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1),
  lookup: z.enum([
    'enrolment',
    'insuranceRecord',
    'personalAccount',
    'employerRecord',
    'deathRecord',
    'outOfTownFiling',
    'maternityFiling',
    'birthCertificates',
    'maternitySettlement',
    'aidPerson',
    'onlineSettlement',
    'priorSettlement',
    'settlementFigures',
    'application',
    'derived',
  ]),
  when: conditionsSchema.optional(),
  holdsWhen: conditionsSchema.optional(),
  derives: derivationSchema.optional(),
  purpose: idSchema,
  sends: z.array(idSchema).min(1).optional(),
  accepted: z.array(idSchema).min(1),
  refusal: z.string().min(1),
  basis: basisSchema,
});

export const pauseSchema = z.strictObject({
  cause: idSchema,
  name: z.string().min(1),
  legalBasis: z.string().min(1),
  limit: z.strictObject({ quantity: z.number().int().positive(), unit: limitUnitSchema }).optional(),
  atLimit: z.enum(['tellHolder', 'resume']).optional(),
  needsDocument: z.boolean().optional(),
  basis: basisSchema,
});

/** `internal`: a paper of the agency's own work, which applicants and institutions do not get to see. */
export const documentSchema = z.strictObject({
  type: idSchema,
  name: z.string().min(1),
  internal: z.literal(true).optional(),
  basis: basisSchema,
});

export const outcomeSchema = z.strictObject({
  id: z.enum(['completed', 'notAccepted', 'rejected', 'cancelled', 'terminated']),
  name: z.string().min(1),
  basis: basisSchema,
});

export const extensionSchema = z.strictObject({
  quantity: z.number().int().positive(),
  unit: limitUnitSchema,
  role: roleSchema,
  clock: idSchema,
  basis: basisSchema,
});

export const serviceSchema = z.strictObject({
  mode: z.enum(['atOnce', 'recorded']),
  limitDays: z.number().int().nonnegative(),
  basis: basisSchema,
});
