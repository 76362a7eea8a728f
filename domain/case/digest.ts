import type { CaseState } from '@due-process/contracts';

/** Canonical text: keys sorted, undefined left out, so that equal states give equal text. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalText(one ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalText(one)}`).join(',')}}`;
}

/** Taken out of `Math` once: inside a workflow every look at a global is slow, and this runs for each character. */
const { imul } = Math;

/** 53-bit string hash (public-domain cyrb53): detects change between builds, protects against nobody. */
function hash53(text: string, seed: number): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = imul(high ^ code, 2654435761);
    low = imul(low ^ code, 1597334677);
  }
  high = imul(high ^ (high >>> 16), 2246822507) ^ imul(low ^ (low >>> 13), 3266489909);
  low = imul(low ^ (low >>> 16), 2246822507) ^ imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

/**
 * Digest of a case, compared on replay: today's code must produce the state that people read. Rules and calendar are named by their versions,
 * since they are given, not produced.
 */
export function digestOf(state: CaseState): string {
  const { rules, calendar, ...produced } = state;
  const text = canonicalText({ ...produced, rules: `${rules.code}@${rules.edition}`, calendar: calendar.version });
  return hash53(text, 1).toString(36) + hash53(text, 2).toString(36);
}
