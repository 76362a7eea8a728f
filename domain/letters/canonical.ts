import type { LetterEnvelope } from '@due-process/contracts';

/**
 * One text for one letter, whatever the order of its fields or the spaces between them: a repeat that says the same
 * is a repeat, and any other difference is a changed letter under a used number.
 */
export function canonicalLetter(letter: LetterEnvelope): string {
  return canonicalJson(letter);
}

/** JSON with sorted keys and without absent fields. The nesting of the input must already be limited. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`);
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value);
}
