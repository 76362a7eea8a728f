import { z } from 'zod';

/** RFC 9457 problem details as every error of the API is answered. */
export const problemSchema = z.object({
  type: z.string().meta({ example: 'urn:due-process:error:INPUT_INVALID' }),
  title: z.string(),
  status: z.number().int(),
  /** From the registry in contracts/errors.ts. */
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })),
  /** What the code adds, e.g. who changed what for `CASE_VERSION_CONFLICT`. */
  data: z.record(z.string(), z.unknown()).optional(),
  requestId: z.string().optional(),
});
export type ProblemBody = z.infer<typeof problemSchema>;
