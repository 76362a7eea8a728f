import { Algorithm, hash, verify } from '@node-rs/argon2';

/** Argon2id with 64 MiB and 3 passes (RFC 9106, second recommended option). */
const cost = { algorithm: 2 as Algorithm, memoryCost: 65_536, timeCost: 3, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

let decoy: Promise<string> | undefined;

/** Takes as long for an unknown account as for a known one: who exists cannot be read off the clock. */
export async function checkPassword(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('no account has this password');
  const matches = await verify(stored ?? (await decoy), password);
  return stored !== undefined && matches;
}
