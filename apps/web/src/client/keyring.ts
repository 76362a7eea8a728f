/** Not every hall serves TLS inside its network, and `crypto.randomUUID` exists only over TLS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The Idempotency-Key of an act is kept until its fate is known: after a lost reply the same act (same address, same body) is asked again
 * under the same key, so that it happens once.
 */
const keys = new Map<string, string>();

export function keyFor(act: string): string {
  const key = keys.get(act) ?? newKey();
  keys.set(act, key);
  return key;
}

export const fateKnown = (act: string): void => void keys.delete(act);
