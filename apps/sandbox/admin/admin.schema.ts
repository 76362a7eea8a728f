import { z } from 'zod';
import { benefitRegisters } from '../core/benefit-registers';
import { isoDate, letterType, person, regionCode } from '../exchange/letter.schema';

const times = z.union([z.int().min(0), z.literal('always')]).optional();

const everywhere = {
  slowMs: z.int().min(0).max(600_000).optional(),
  status500: times,
  lostReply: times,
  silent: z.boolean().optional(),
};

/** Which fault makes sense where; one that a system does not know is refused, not ignored. */
export const faultSchemas = {
  exchange: z.strictObject({ ...everywhere, duplicate: times, outOfOrder: times, changedBody: times }),
  core: z.strictObject({ ...everywhere, rejected: times }),
  fund: z.strictObject({ ...everywhere, rejected: times }),
  sms: z.strictObject(everywhere),
} as const;

export const allFaults = z.strictObject(faultSchemas).partial();

export const citySettings = z.strictObject({
  mode: z.enum(['normal', 'silent', 'untilReminded', 'untilEscalated', 'returns', 'unreachable']).optional(),
  replyDelayMs: z.int().min(0).max(1_000_000_000).optional(),
});

/** A letter that a played city writes of its own accord; the body is made when it is not given. */
export const spontaneousLetter = z.strictObject({
  type: letterType,
  toAgency: regionCode,
  person,
  inReplyTo: z.string().optional(),
  letterNo: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,64}$/)
    .optional(),
  issuedOn: isoDate.optional(),
  body: z.record(z.string(), z.unknown()).optional(),
});

export const replay = z.strictObject({ changed: z.boolean().default(false) });

export const target = z.strictObject({ baseUrl: z.url() });

export const death = z.strictObject({ idNumber: z.string().trim().min(5).max(30), diedOn: isoDate });

/** An employer as the core platform shall know it; not registered at all is what cannot be assumed. */
export const employer = z.strictObject({
  creditCode: z.string().trim().min(5).max(30),
  status: z.enum(['registered', 'none']).default('none'),
});

/** What a benefit register shall answer for a person. */
/** Figures of an institution's months, one row a category. */
const figures = z
  .array(
    z.strictObject({
      period: z.string().regex(/^\d{4}-\d{2}$/),
      category: z.string().max(60),
      amountFen: z.int().min(0),
    }),
  )
  .max(500);

export const registerEntry = z.strictObject({
  register: z.enum([...benefitRegisters, 'outOfTownFiling', 'personalAccount']),
  idNumber: z.string().trim().min(5).max(30),
  status: z.string().min(1).max(40),
  quotas: figures.optional(),
  deductions: figures.optional(),
});

export const enrolment = z.strictObject({
  idNumber: z.string().trim().min(5).max(30),
  region: regionCode.default('370600'),
  status: z.enum(['enrolled', 'suspended', 'none']),
  suspendedOn: isoDate.optional(),
  insuredSince: isoDate.optional(),
  paidMonths: z.int().min(0).max(1200).default(0),
  accountBalanceFen: z.int().min(0).default(0),
  kind: z.enum(['employee', 'resident']).default('employee'),
});
