import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readYaml } from './read-file';
import { CatalogFileError } from './read-file';

type Entry = Record<string, unknown>;
type Library = Record<string, Entry>;

/** Parts that many items share; they are our settings, not a guide's word. Each list names its entries' identifier. */
const shared = {
  stages: 'id',
  documents: 'type',
  pauses: 'cause',
  outcomes: 'id',
  form: 'id',
  limits: 'id',
} as const;
type SharedList = keyof typeof shared;

const files: Record<SharedList, string> = {
  stages: 'stages.yaml',
  documents: 'documents.yaml',
  pauses: 'pauses.yaml',
  outcomes: 'outcomes.yaml',
  form: 'fields.yaml',
  limits: 'limits.yaml',
};

export type SharedParts = Record<SharedList, Library>;

/** `common/` holds what all families share, a folder below it the parts of one family. */
export function readShared(root: string): SharedParts {
  const common = join(root, 'common');
  const folders = readdirSync(common, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const places = [common, ...folders.map(({ name }) => join(common, name)).sort()];
  const entries = Object.entries(files).map(([list, name]) => {
    const present = places.map((place) => join(place, name)).filter((file) => existsSync(file));
    return [list, present.reduce<Library>((library, file) => joined(library, file, root), {})] as const;
  });
  return Object.fromEntries(entries) as SharedParts;
}

/** A name that two files give would hide one of the two. */
function joined(library: Library, file: string, root: string): Library {
  const more = readYaml(file, root) as Library;
  const twice = Object.keys(more).filter((name) => name in library);
  if (twice.length === 0) return { ...library, ...more };
  const problem = `a shared part of this name stands in another file too: ${twice.join(', ')}`;
  throw new CatalogFileError([{ file: relative(root, file), at: '(whole file)', problem }]);
}

/** Replaces each `{use: name, …}` of an item's lists by the shared part, with what the item says instead laid over it. */
export function resolveUses(item: unknown, parts: SharedParts, file: string): unknown {
  if (item === null || typeof item !== 'object') return item;
  const resolved: Entry = { ...item };
  for (const list of Object.keys(shared) as SharedList[]) {
    const written = resolved[list];
    if (!Array.isArray(written)) continue;
    resolved[list] = written.map((entry: Entry, index) => {
      if (typeof entry?.use !== 'string') return entry;
      const { use, ...over } = entry;
      const part = parts[list][use];
      if (!part) {
        throw new CatalogFileError([{ file, at: `${list}.${index}`, problem: `no shared part is named ${use}` }]);
      }
      return { [shared[list]]: use, ...part, ...over };
    });
  }
  return resolved;
}
