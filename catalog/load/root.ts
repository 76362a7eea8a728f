import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder with the YAML files: above this file, whether it runs from source or from the compiled folder. */
export function catalogRoot(from: string = __dirname): string {
  if (existsSync(join(from, 'terms.yaml'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('catalog/terms.yaml was not found above the catalogue code');
  return catalogRoot(parent);
}
