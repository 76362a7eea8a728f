/**
 * Basis: GB 11643-1999. A person's number is written with spaces, a small x, or in the old form of 15 digits; all of
 * them are one person and must give one subject, or letters of the same person would not find each other.
 */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

/** The text whose HMAC under the platform's key is the subject; other documents than identity cards stay as they are. */
export function subjectText(idNumber: string): string {
  const plain = idNumber.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  return /^\d{15}$/.test(plain) ? lengthened(plain) : plain;
}

/** Hex digits of the HMAC that make the subject. */
export const subjectLength = 32;

function lengthened(old: string): string {
  const body = `${old.slice(0, 6)}19${old.slice(6)}`;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return body + checkCharacters[sum % 11];
}
