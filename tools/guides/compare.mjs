import { bare, binding, factsOf } from './facts.mjs';

/** Joining words that a checklist may take apart: 身份证或社会保障卡 as two alternatives. */
const joints = /或者|或|和|及|与/;

/**
 * Holds a section against what was transcribed of it. What is binding and was found nowhere in the item must at least be quoted in one of its notes.
 *
 * @param {import('./sections.mjs').Section} section
 * @param {string[]} transcribed every text of the item, its offices and its dictionaries
 * @returns {{ total: number, found: number, missing: { kind: string, text: string, part: string }[], binding: number }}
 */
export function compare(section, transcribed) {
  const whole = transcribed.map(bare).join('|');
  const digits = transcribed.map((text) => text.replace(/\D+/g, ' ')).join(' ');
  const has = (text) => bare(text) === '' || whole.includes(bare(text));
  const split = (text) => text.split(joints).filter((half) => bare(half).length > 1);
  const isThere = ({ kind, text, halves }) => {
    if (kind === 'telephone') return digits.includes(text.replace(/^0\d{2,3}-/, ''));
    return has(text) || halves.every((half) => has(half)) || (split(text).length > 1 && split(text).every(has));
  };
  const facts = section.parts.flatMap((part) => factsOf(part).map((fact) => ({ ...fact, part: part.title })));
  const missing = facts.filter((fact) => !isThere(fact)).map(({ kind, text, part }) => ({ kind, text, part }));
  return {
    total: facts.length,
    found: facts.length - missing.length,
    missing,
    binding: missing.filter(({ kind }) => binding.includes(kind)).length,
  };
}

/** Every text in a value, wherever it stands. */
export function textsOf(value) {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsOf);
}
