import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { NamedKey } from './keys';

/**
 * AES-256-GCM with a random 96-bit nonce: nonce, ciphertext, tag. A key serves up to 2^32 values; a city makes some 10^7 a year.
 * `context` is authenticated but not stored: a value moved to another place does not open.
 */
const nonceBytes = 12;
const tagBytes = 16;

export function sealBytes(key: Buffer, plain: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws when the bytes were changed, cut, or sealed under another key or context. */
export function openBytes(key: Buffer, sealed: Uint8Array, context: string): Buffer {
  if (sealed.length < nonceBytes + tagBytes) throw new Error('Sealed value is too short.');
  const end = sealed.length - tagBytes;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(end));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, end)), decipher.final()]);
}

export function keyNamed(ring: NamedKey[], id: string): Buffer {
  const found = ring.find((key) => key.id === id);
  if (!found) throw new Error(`No key with the id ${id}: an old key is missing from the key file.`);
  return found.key;
}

export function currentKey(ring: NamedKey[]): NamedKey {
  const [first] = ring;
  if (!first) throw new Error('No key to seal with.');
  return first;
}
