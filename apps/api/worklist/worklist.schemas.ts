import { z } from 'zod';

export const tabs = [
  'awaitingIntake',
  'toAccept',
  'awaitingSupplement',
  'paused',
  'toConclude',
  'mine',
  'all',
  /** Concluded, with papers promised in writing still to come. */
  'owed',
  'closed',
] as const;
export type Tab = (typeof tabs)[number];

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

export const worklistQuery = z.strictObject({
  tab: z.enum(tabs).default('all'),
  unit: z.string().max(60).optional(),
  /** An account, `me`, or `none` for unclaimed work. */
  assignee: z.string().max(64).optional(),
  item: z.string().max(20).optional(),
  /** The step's name as the list shows it. */
  stage: z.string().max(60).optional(),
  light: z.enum(['green', 'yellow', 'red', 'grey']).optional(),
  overdue: flag.optional(),
  unclaimed: flag.optional(),
  /** Beginning of a case number, a whole identity number, or a whole name. */
  q: z.string().trim().max(60).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type WorklistQuery = z.output<typeof worklistQuery>;
