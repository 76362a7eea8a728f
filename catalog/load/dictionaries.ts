import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dictionarySchema, type DictionaryFile } from '../schema/dictionary';
import { readAs } from './read-file';

/** The lists of an edition, `dictionaries/*.yaml`; an edition need not have any. */
export function readDictionaries(folder: string, root: string): DictionaryFile[] {
  const place = join(folder, 'dictionaries');
  if (!existsSync(place)) return [];
  return readdirSync(place)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readAs(dictionarySchema, join(place, name), root));
}
