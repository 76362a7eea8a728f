import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { situationsSchema, type Situation } from '../schema/cases';
import { readAs } from './read-file';
import { catalogRoot } from './root';

/** The named situations of `cases/`, one file a family of items, for the test that plays them. */
export function loadSituations(root: string = catalogRoot()): Situation[] {
  const folder = join(root, 'cases');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => readAs(situationsSchema, join(folder, name), root).situations);
}
