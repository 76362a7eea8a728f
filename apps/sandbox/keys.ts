import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { canonicalJson, signingText, subjectLength, subjectText } from '@due-process/domain';
import { z } from 'zod';

const keyFile = z.object({ letters: z.record(z.string(), z.string().min(1)), admin: z.string().min(1) });

/** The part of the shared key file that the outside world needs: one signing secret an agency, and the operator's key. */
export class Keys {
  private constructor(
    private readonly secrets: ReadonlyMap<string, Buffer>,
    private readonly admin: string,
  ) {}

  static read(path: string): Keys {
    const { letters, admin } = keyFile.parse(JSON.parse(readFileSync(path, 'utf8')));
    const secrets = new Map(Object.entries(letters).map(([owner, secret]) => [owner, Buffer.from(secret, 'base64')]));
    if (!secrets.has('platform')) throw new Error('The key file has no signing secret of the exchange platform.');
    return new Keys(secrets, admin);
  }

  has(owner: string): boolean {
    return this.secrets.has(owner);
  }

  sign(owner: string, timestamp: string, text: string): string {
    return createHmac('sha256', this.secret(owner)).update(signingText(timestamp, text)).digest('hex');
  }

  signedBy(owner: string, timestamp: string, text: string, signature: string): boolean {
    return same(this.sign(owner, timestamp, text), signature);
  }

  /** The blind index that every agency of the platform computes alike. */
  subject(idNumber: string): string {
    return createHmac('sha256', this.secret('platform'))
      .update(subjectText(idNumber))
      .digest('hex')
      .slice(0, subjectLength);
  }

  isAdmin(given: string): boolean {
    return same(this.admin, given);
  }

  private secret(owner: string): Buffer {
    const secret = this.secrets.get(owner);
    if (!secret) throw new Error(`No signing secret for ${owner}.`);
    return secret;
  }
}

/** Two requests are the same request when their canonical texts are. */
export const digestOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** Compares hashes, so that neither length nor content shows in the time taken. */
function same(expected: string, given: string): boolean {
  return timingSafeEqual(hash(expected), hash(given));
}

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
