import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { plainQueryCode, queryCode } from '@due-process/domain';
import { commandMac, createColumnCipher, type Keys } from '@due-process/secrets';

/**
 * 查询码 of a case: kept as a keyed hash for checking (forty bits would not survive a plain one) and sealed, so that a repeated registration and
 * a reprinted receipt show the same code.
 */
export function createQueryCodes(keys: Keys) {
  const cipher = createColumnCipher(keys);
  const hash = (caseNo: string, code: string): string =>
    commandMac(keys.command, 'queryCode', caseNo, plainQueryCode(code));
  return {
    mint: (): string => queryCode(randomBytes(8)),
    hash,
    seal: (code: string): string => cipher.seal(code),
    open: (sealed: string): string => cipher.open(sealed),
    /** Takes the same time whether the case is known or not: an unknown one is checked against nothing. */
    matches: (caseNo: string, code: string, kept: string | undefined): boolean => {
      const same = timingSafeEqual(digest(hash(caseNo, code)), digest(kept ?? 'none'));
      return same && kept !== undefined;
    },
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
