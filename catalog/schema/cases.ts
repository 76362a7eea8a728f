import { z } from 'zod';
import { idSchema, placeSchema } from './basis';

const dateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const valueSchema = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

const clockExpectation = z.strictObject({
  state: z.enum(['running', 'paused', 'met', 'overrun', 'cancelled']).optional(),
  startedOn: dateSchema.optional(),
  dueOn: dateSchema.optional(),
  endedOn: dateSchema.optional(),
  used: z.number().int().nonnegative().optional(),
  /** Spans of the ledger that moved the date. */
  pauses: z.array(z.strictObject({ from: dateSchema, to: dateSchema.optional() })).optional(),
});

const expectation = z.strictObject({
  phase: idSchema.optional(),
  outcome: idSchema.optional(),
  /** Stage of the open task; `none` when nobody has work. */
  stage: idSchema.optional(),
  /** Letter type that is waited for. */
  awaits: idSchema.optional(),
  clocks: z.record(idSchema, clockExpectation).optional(),
  /** Documents issued by this step, in order. */
  documents: z.array(idSchema).optional(),
  /** Letters sent by this step. */
  letters: z.array(idSchema).optional(),
  /** Effect that is waited for; `none` when nothing is under way outside. */
  effect: idSchema.optional(),
  /** The step was refused with this code and changed nothing. */
  refused: z
    .string()
    .regex(/^[A-Z_]+$/)
    .optional(),
});

/**
 * One step, on its date: an act of a person, a letter that comes in, the answer of an outside system, a round that opens, or a day that passes.
 * Exactly one of the five.
 */
const stepSchema = z
  .strictObject({
    on: dateSchema,
    act: idSchema.optional(),
    /** Who acts, when it must be another person than in the step before; any word. */
    by: idSchema.optional(),
    input: z.record(idSchema, valueSchema).optional(),
    facts: z.record(idSchema, idSchema).optional(),
    letter: idSchema.optional(),
    effect: idSchema.optional(),
    outcome: z.enum(['done', 'rejected']).optional(),
    /** What the outside answers with. */
    data: z.record(idSchema, valueSchema).optional(),
    /** A round of this name opens on the day of the step and takes the case up, if it waits for it. */
    round: idSchema.optional(),
    /** … and is kept for a case that has not come so far (批次 of designations). */
    ahead: z.literal(true).optional(),
    time: z.literal(true).optional(),
    expect: expectation.optional(),
  })
  .refine(
    (step) =>
      [step.act, step.letter, step.effect, step.round, step.time].filter((one) => one !== undefined).length === 1,
    {
      message: 'a step is one of act, letter, effect, round, time',
    },
  );

/** A named situation of an item, with the path it must take and the dates it must have. */
export const situationSchema = z.strictObject({
  id: z.string().regex(/^[a-z]{2}-[0-9.]+-[a-z-]+$/, 'code of the item and a word'),
  item: z.string(),
  kind: z.enum(['normal', 'missing', 'refused', 'late', 'other']),
  title: z.string().min(1),
  office: placeSchema,
  channel: idSchema,
  variant: idSchema.optional(),
  /** Kind of the applicant; the item's first when absent. */
  applicant: idSchema.optional(),
  /** Accepted in the same command (即办件, one step). */
  atOnce: z.boolean().optional(),
  form: z.record(idSchema, valueSchema),
  /** Material ids, or ids of alternatives, that were brought. */
  materials: z.array(idSchema),
  /** Answered by data sharing; promised in writing (告知承诺). */
  shared: z.array(idSchema).optional(),
  promised: z.array(idSchema).optional(),
  facts: z.record(idSchema, idSchema).default({}),
  receivedOn: dateSchema,
  /** Why it cannot be walked on a running system within a day: it is played by the workflow's own runner alone, and counted apart. */
  unwalkable: z.string().min(1).optional(),
  /** What holds right after registration. */
  opened: expectation.optional(),
  steps: z.array(stepSchema),
});
export type Situation = z.infer<typeof situationSchema>;
export const situationsSchema = z.strictObject({ situations: z.array(situationSchema).min(1) });
