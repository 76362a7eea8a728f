import type { Keys } from './keys';
import { currentKey, keyNamed, openBytes, sealBytes } from './sealing';

/** Seals identity numbers, names, telephones and bank accounts before they are written to a column. */
export interface ColumnCipher {
  /** `<key id>.<base64url>`; the same text gives another result each time. */
  seal(text: string): string;
  /** Throws when the value was tampered with or its key is no longer in the ring. */
  open(sealed: string): string;
}

const context = 'column';

export function createColumnCipher(keys: Pick<Keys, 'column'>): ColumnCipher {
  return {
    seal: (text) => {
      const { id, key } = currentKey(keys.column);
      return `${id}.${sealBytes(key, Buffer.from(text, 'utf8'), context).toString('base64url')}`;
    },
    open: (sealed) => {
      const dot = sealed.indexOf('.');
      if (dot < 1) throw new Error('Not a sealed value.');
      const key = keyNamed(keys.column, sealed.slice(0, dot));
      return openBytes(key, Buffer.from(sealed.slice(dot + 1), 'base64url'), context).toString('utf8');
    },
  };
}
