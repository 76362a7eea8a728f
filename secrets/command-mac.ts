import { createHmac } from 'node:crypto';
import { canonicalJson } from '@due-process/domain';
import type { Keys } from './keys';

export interface CommandMac {
  /** Name of a command: (account, route, Idempotency-Key). 22 characters, safe in an Update id. */
  key(account: string, route: string, idempotencyKey: string): string;
  /** MAC of a parsed body: the order of its fields does not matter. */
  body(body: unknown): string;
}

/** 128 bits are enough to tell commands apart, and short: the key is written into every history. */
const macBytes = 16;

export function createCommandMac(keys: Pick<Keys, 'command'>): CommandMac {
  return {
    key: (...parts) => commandMac(keys.command, 'key', ...parts),
    body: (body) => commandMac(keys.command, 'body', canonicalJson(body ?? null)),
  };
}

/** Parts are written with their lengths: ('ab', 'c') and ('a', 'bc') are different commands. */
export function commandMac(key: Buffer, ...parts: string[]): string {
  const mac = createHmac('sha256', key);
  for (const part of parts) mac.update(`${Buffer.byteLength(part)}:`).update(part);
  return mac.digest().subarray(0, macBytes).toString('base64url');
}
