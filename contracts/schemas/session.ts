import { z } from 'zod';

export const signInSchema = z.strictObject({
  username: z.string().min(1).max(64),
  password: z.string().min(1).max(128),
});
export type SignIn = z.infer<typeof signInSchema>;

export const accountSchema = z.object({
  id: z.string(),
  username: z.string(),
  displayName: z.string(),
  roles: z.array(z.string()),
  units: z.array(z.string()),
  /** Region code of the agency; empty for accounts outside every agency. */
  agency: z.string(),
  agencyName: z.string(),
  /** Of an account outside every agency; `region` is null where it may apply anywhere. */
  organisation: z
    .object({ id: z.string(), name: z.string(), region: z.string().nullable(), creditCode: z.string().nullable() })
    .optional(),
});
export const sessionSchema = z.object({ account: accountSchema });
export type SessionBody = z.infer<typeof sessionSchema>;
