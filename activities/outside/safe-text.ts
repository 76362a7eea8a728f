const code = /^[A-Z][A-Z0-9_]{1,59}$/;
const longestReason = 100;

/** A foreign code if it looks like one, so that a reply can never write what it likes into our logs. */
export const safeCode = (value: unknown): string => (typeof value === 'string' && code.test(value) ? value : 'no code');

/** A foreign reason as a person may read it: short, and without anything long enough to be an identity, telephone or account number. */
export function safeReason(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const masked = value.trim().replace(/[0-9][0-9 -]{4,}[0-9Xx]/g, '***');
  return [...masked].slice(0, longestReason).join('');
}
