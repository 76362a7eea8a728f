import { createCipheriv, createDecipheriv, randomBytes, type DecipherGCM } from 'node:crypto';
import { Transform } from 'node:stream';
import type { Keys } from './keys';
import { currentKey, keyNamed } from './sealing';

/** Seals files on their way to disk and opens them on their way back; neither is ever whole in memory. */
export interface FileCipher {
  sealing(): Transform;
  /** Errs at the end when the file was changed or cut, at the beginning when its key is no longer in the ring. */
  opening(): Transform;
}

/** AES-256-GCM. In the file: length of the key id, key id, nonce, ciphertext, tag. */
const algorithm = 'aes-256-gcm';
const context = Buffer.from('file');
const nonceBytes = 12;
const tagBytes = 16;

export function createFileCipher(keys: Pick<Keys, 'column'>): FileCipher {
  return { sealing: () => sealing(keys), opening: () => opening(keys) };
}

function sealing(keys: Pick<Keys, 'column'>): Transform {
  const { id, key } = currentKey(keys.column);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(context);
  const name = Buffer.from(id, 'utf8');
  return new Transform({
    construct(done) {
      this.push(Buffer.concat([Buffer.from([name.length]), name, nonce]));
      done();
    },
    transform: (chunk: Buffer, _encoding, done) => done(null, cipher.update(chunk)),
    flush(done) {
      this.push(cipher.final());
      done(null, cipher.getAuthTag());
    },
  });
}

function opening(keys: Pick<Keys, 'column'>): Transform {
  let decipher: DecipherGCM | undefined;
  /** What came and is not yet opened: the header at first, afterwards the last bytes, which may be the tag. */
  let held: Buffer = Buffer.alloc(0);
  const readHeader = (): void => {
    const end = 1 + (held[0] ?? 0) + nonceBytes;
    if (held.length < end) return;
    const key = keyNamed(keys.column, held.subarray(1, end - nonceBytes).toString('utf8'));
    decipher = createDecipheriv(algorithm, key, held.subarray(end - nonceBytes, end), {
      authTagLength: tagBytes,
    }).setAAD(context);
    held = held.subarray(end);
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        held = Buffer.concat([held, chunk]);
        if (!decipher) readHeader();
        const ready = held.length - tagBytes;
        if (!decipher || ready <= 0) return done();
        const opened = decipher.update(held.subarray(0, ready));
        held = held.subarray(ready);
        done(null, opened);
      } catch (error) {
        done(error as Error);
      }
    },
    flush(done) {
      try {
        if (!decipher || held.length !== tagBytes) throw new Error('Sealed file is too short.');
        done(null, decipher.setAuthTag(held).final());
      } catch (error) {
        done(error as Error);
      }
    },
  });
}
