import { createHmac } from 'node:crypto';
import { subjectLength, subjectText } from '@due-process/domain';
import type { Keys } from './keys';

/**
 * Finds an encrypted value without decrypting: the same text, however written, gives the same 32 hex digits. `kind` keeps a
 * telephone and an account of the same digits apart.
 */
export function createBlindIndex(keys: Pick<Keys, 'blindIndex'>): (kind: string, text: string) => string {
  return (kind, text) => hex(keys.blindIndex, `${kind}\n${subjectText(text)}`);
}

/** Subject of a letter: the blind index under the platform's key, which every agency computes alike. */
export function createSubject(keys: Pick<Keys, 'letters'>): (idNumber: string) => string {
  const platform = keys.letters.get('platform');
  if (!platform) throw new Error('Keys: letters.platform is missing.');
  return (idNumber) => hex(platform, subjectText(idNumber));
}

const hex = (key: Buffer, text: string): string =>
  createHmac('sha256', key).update(text).digest('hex').slice(0, subjectLength);
