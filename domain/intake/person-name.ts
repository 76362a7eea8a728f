/**
 * Names as identity papers write them: 1 to 30 characters, each counted as a person counts it (𠮷 is one), from any script, with the dot of
 * minority names. Characters that the standard sets lack stand in private areas on some cards and are kept.
 */
const nameCharacters = /^[\p{L}\p{M}\p{Co}·.'’ -]+$/u;
const otherDots = /[•・‧⋅∙]/gu;

export const nameLength = 30;

/** The name with outer blanks gone and one kind of dot (GB/T 30269 writes U+00B7); undefined when it cannot be a name. */
export function personName(text: string): string | undefined {
  const name = text.trim().replace(/\s+/gu, ' ').replace(otherDots, '·').normalize('NFC');
  const length = [...name].length;
  return length >= 1 && length <= nameLength && nameCharacters.test(name) ? name : undefined;
}

/** 李*, 王**, 买买提·**: enough to call a person to the window, not enough to look them up. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = name;
  return first + '*'.repeat(Math.min(Math.max(rest.length, 1), 3));
}

/** The last four of a number stay: 3706********1233. */
export function maskedNumber(number: string): string {
  const kept = number.length > 12 ? 4 : 2;
  return `${number.slice(0, kept)}${'*'.repeat(Math.max(number.length - 2 * kept, 2))}${number.slice(-kept)}`;
}

/** Free text about a person shows nothing of itself but its length class. */
export const maskedText = (text: string): string => `${[...text][0] ?? ''}***`;
