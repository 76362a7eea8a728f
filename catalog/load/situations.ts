import { join } from 'node:path';
import { situationsSchema, type Situation } from '../schema/cases';
import { readAs } from './read-file';
import { catalogRoot } from './root';

/** The named situations of cases.yaml, for the test that plays them. */
export function loadSituations(root: string = catalogRoot()): Situation[] {
  return readAs(situationsSchema, join(root, 'cases.yaml'), root).situations;
}
