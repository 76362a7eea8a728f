import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
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
    return [list, Object.assign({}, ...present.map((file) => readYaml(file, root)))] as const;
  });
  return Object.fromEntries(entries) as SharedParts;
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
