import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { exchangeHeaders } from '@due-process/contracts';
import { signingText, withinSkew } from '@due-process/domain';
import type { Keys } from './keys';

export type SignatureCheck = { agency: string } | { fault: 'LETTER_SIGNATURE_INVALID' | 'LETTER_EXPIRED' };

export interface LetterSigner {
  /** The three headers of a request whose body is exactly `rawBody`. `now` in milliseconds. */
  sign(agency: string, rawBody: string, now: number): Record<string, string>;
  /** Who signed; the signature is checked before the time, so that a fault never tells a stranger about our clock. */
  check(headers: Record<string, string | string[] | undefined>, rawBody: string, now: number): SignatureCheck;
}

/** HMAC-SHA-256 in hex over timestamp and raw body, under the signing agency's key. */
export function createLetterSigner(keys: Pick<Keys, 'letters'>): LetterSigner {
  return {
    sign: (agency, rawBody, now) => {
      const key = keys.letters.get(agency);
      if (!key) throw new Error(`No signing key of agency ${agency}.`);
      const timestamp = String(Math.floor(now / 1000));
      return {
        [exchangeHeaders.agency]: agency,
        [exchangeHeaders.timestamp]: timestamp,
        [exchangeHeaders.signature]: signature(key, timestamp, rawBody),
      };
    },
    check: (headers, rawBody, now) => {
      const agency = single(headers[exchangeHeaders.agency]);
      const timestamp = single(headers[exchangeHeaders.timestamp]);
      const given = single(headers[exchangeHeaders.signature]);
      const key = keys.letters.get(agency);
      if (!key || !same(signature(key, timestamp, rawBody), given)) return { fault: 'LETTER_SIGNATURE_INVALID' };
      return withinSkew(timestamp, Math.floor(now / 1000)) ? { agency } : { fault: 'LETTER_EXPIRED' };
    },
  };
}

const signature = (key: Buffer, timestamp: string, rawBody: string): string =>
  createHmac('sha256', key).update(signingText(timestamp, rawBody)).digest('hex');

const single = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');

/** Compares hashes: neither length nor content shows in the time it takes. */
const same = (expected: string, given: string): boolean => timingSafeEqual(hash(expected), hash(given));
const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
