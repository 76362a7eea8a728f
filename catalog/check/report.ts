import type { Basis } from '@due-process/contracts';
import { compileRules } from '../compile/rules';
import { packedSize, rulesSize } from '../compile/size';
import type { Examined } from './finding';

/** Every basis in an item, wherever it stands. */
export function basesOf(value: unknown): Basis[] {
  if (value === null || typeof value !== 'object') return [];
  const own = 'section' in value && typeof value.section === 'string' ? [value as Basis] : [];
  return [...own, ...Object.values(value).flatMap(basesOf)];
}

const columns = [
  ['item', ({ item }: Examined) => item.code],
  ['name', ({ item }: Examined) => item.name],
  ['offices', ({ item }: Examined) => item.offices.list.length],
  ['channels', ({ item }: Examined) => item.channels.length],
  ['facts of the guide', ({ item }: Examined) => basesOf(item).filter(({ own }) => !own).length],
  ['materials', ({ item }: Examined) => item.materials.length],
  ['limits', ({ item }: Examined) => item.limits.length],
  ['stages', ({ item }: Examined) => item.stages.length],
  ['documents', ({ item }: Examined) => item.documents.length],
  ['own settings', ({ item }: Examined) => basesOf(item).filter(({ own }) => own).length],
  ['notes', ({ item }: Examined) => item.notes.length],
  ['bytes', ({ item, edition }: Examined) => rulesSize(compileRules(item, edition))],
  ['packed', ({ item, edition }: Examined) => packedSize(compileRules(item, edition))],
] as const;

/** One line an item, for the person who runs the check. */
export const reportTable = (items: Examined[]): Record<string, string | number>[] =>
  items.map((examined) => Object.fromEntries(columns.map(([name, of]) => [name, of(examined)])));
