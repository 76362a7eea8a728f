/** 查询码: eight characters that nobody mistakes for one another when read off a receipt; no 0, O, 1, I. 32⁸ ≈ 10¹² codes. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

export const queryCodeLength = 8;

/** From eight random bytes; 256 is a multiple of 32, so each character is equally likely. */
export function queryCode(random: Uint8Array): string {
  if (random.length < queryCodeLength) throw new RangeError('QUERY_CODE_BYTES');
  return Array.from(random.slice(0, queryCodeLength), (byte) => alphabet[byte % alphabet.length]).join('');
}

/** As it was issued, however it is typed: case, blanks and dashes do not matter. */
export const plainQueryCode = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
