import { createHash } from 'node:crypto';
import type { Keys } from './keys';

/**
 * Keys that everybody may know: recorded histories and tests use them, with made-up people only. Derived from their names, so
 * that a history recorded on one machine is replayed on any other. No installation ever loads them.
 */
export function testKeys(): Keys {
  return {
    payload: [{ id: 't1', key: derived('payload') }],
    column: [{ id: 't1', key: derived('column') }],
    blindIndex: derived('blind index'),
    command: derived('command'),
    letters: new Map(['370600', '370200', 'platform'].map((owner) => [owner, derived(`letters ${owner}`)])),
  };
}

const derived = (purpose: string): Buffer => createHash('sha256').update(`due process test key: ${purpose}`).digest();
