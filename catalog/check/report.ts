import type { Basis } from '@due-process/contracts';
import { compileRules } from '../compile/rules';
import { packedSize, rulesSize } from '../compile/size';
import type { Situation } from '../schema/cases';
import { seenTable, type Seen } from './seen';
import type { Examined } from './finding';
import type { CheckedCatalog } from '.';

/** Every basis in an item, wherever it stands. */
export function basesOf(value: unknown): Basis[] {
  if (value === null || typeof value !== 'object') return [];
  const own = 'section' in value && typeof value.section === 'string' ? [value as Basis] : [];
  return [...own, ...Object.values(value).flatMap(basesOf)];
}

const columns = [
  ['story', ({ item }: Examined) => item.story],
  ['facts of the guide', ({ item }: Examined) => basesOf(item).filter(({ own }) => !own).length],
  ['own settings', ({ item }: Examined) => basesOf(item).filter(({ own }) => own).length],
  ['materials', ({ item }: Examined) => item.materials.length],
  ['limits', ({ item }: Examined) => item.limits.length],
  ['stages', ({ item }: Examined) => item.stages.length],
  ['documents', ({ item }: Examined) => item.documents.length],
  ['form fields', ({ item }: Examined) => item.form.length],
  ['notes', ({ item }: Examined) => item.notes.length],
  ['bytes', ({ item, edition }: Examined) => rulesSize(compileRules(item, edition))],
  ['packed', ({ item, edition }: Examined) => packedSize(compileRules(item, edition))],
] as const;

type Line = Record<string, string | number>;

/** How many ways through an item are walked: by kind of situation, and special branches among them. */
function walked(code: string, situations: readonly Situation[]): Line {
  const own = situations.filter(({ item }) => item === code);
  return { situations: own.length, branches: own.filter(({ kind }) => kind === 'other').length };
}

/** One line for every item of the guides, for the person who runs the check; what has no file yet stands there empty. */
export function reportTable(checked: CheckedCatalog, seen: Seen): Record<string, Line> {
  const { items, listed, situations, implemented } = checked;
  const { rows } = seenTable(checked, seen);
  const known = new Map(items.filter(({ edition }) => !edition.guide.improves).map((one) => [one.item.code, one]));
  const lines = [...new Set([...Object.keys(listed), ...known.keys()])].map((code) => {
    const examined = known.get(code);
    const name = examined?.item.name ?? listed[code] ?? '';
    const facts = examined ? Object.fromEntries(columns.map(([title, of]) => [title, of(examined)])) : {};
    const state = !examined ? 'missing' : implemented.includes(code) ? 'walkable' : 'transcribed';
    const { transcribed = '—', walked: seenWalked = '—', printed = '—', screen = '—' } = rows[code] ?? {};
    const shown = { transcribed, walked: seenWalked, printed, screen };
    return [code, { name, state, ...facts, ...walked(code, situations), ...shown }];
  });
  return Object.fromEntries(lines) as Record<string, Line>;
}

/** Items of the guides without a file. */
export const missingItems = ({ items, listed }: Pick<CheckedCatalog, 'items' | 'listed'>): string[] =>
  Object.keys(listed).filter((code) => !items.some(({ item }) => item.code === code));
