import { Algorithm, hash, verify } from '@node-rs/argon2';

/** Argon2id with 64 MiB and 3 passes (RFC 9106, second recommended option). */
const cost = { algorithm: 2 as Algorithm, memoryCost: 65_536, timeCost: 3, parallelism: 1 };

let queue: Promise<unknown> = Promise.resolve();

/** One at a time: each run takes 64 MiB and a core, and at half past eight the clerks at work come first. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = queue.then(work);
  queue = turn.catch(() => undefined);
  return turn;
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost));

let decoy: Promise<string> | undefined;

/** Takes as long for an unknown account as for a known one: who exists cannot be read off the clock. */
export async function checkPassword(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('no account has this password');
  const against = stored ?? (await decoy);
  const matches = await inTurn(() => verify(against, password));
  return stored !== undefined && matches;
}
