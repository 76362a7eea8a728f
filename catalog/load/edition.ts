import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as guide from '../schema/guide';
import { itemSchema, type ItemFile } from '../schema/item';
import type { DictionaryFile } from '../schema/dictionary';
import type { PostsFile } from '../schema/posts';
import { readPosts, resolvePosts } from './posts';
import { readDictionaries } from './dictionaries';
import { CatalogFileError, parseAs, readAs, readYaml, type CatalogFinding } from './read-file';
import { resolveUses, type SharedParts } from './shared';

/** One item with the file it came from. */
export interface LoadedItem {
  file: string;
  item: ItemFile;
}

/** One edition of a guide, read and valid in form. */
export interface Edition {
  folder: string;
  guide: guide.Guide;
  offices: guide.OfficesFile;
  units: guide.UnitsFile;
  ladders: guide.LaddersFile;
  quality: guide.Quality;
  dictionaries: DictionaryFile[];
  posts: PostsFile['posts'];
  items: LoadedItem[];
}

export interface ReadEdition {
  edition: Edition;
  /** Items that could not be read; the others are there all the same. */
  findings: CatalogFinding[];
}

/** Throws when the edition's own files are unusable; collects what is wrong with single items. */
export function readEdition(folder: string, root: string, parts: SharedParts): ReadEdition {
  const file = (name: string): string => join(folder, name);
  const findings: CatalogFinding[] = [];
  const items: LoadedItem[] = [];
  const posts = readPosts(folder, root);
  for (const name of readdirSync(file('items'))
    .filter((entry) => entry.endsWith('.yaml'))
    .sort()) {
    const path = join(folder, 'items', name);
    const shown = relative(root, path);
    try {
      const whole = resolvePosts(resolveUses(readYaml(path, root), parts, shown), posts, shown);
      items.push({ file: shown, item: parseAs(itemSchema, whole, shown) });
    } catch (error) {
      if (!(error instanceof CatalogFileError)) throw error;
      findings.push(...error.findings);
    }
  }
  const edition: Edition = {
    folder,
    guide: readAs(guide.guideSchema, file('guide.yaml'), root),
    offices: readAs(guide.officesSchema, file('offices.yaml'), root),
    units: readAs(guide.unitsSchema, file('units.yaml'), root),
    ladders: readAs(guide.laddersSchema, file('ladders.yaml'), root),
    quality: readAs(guide.qualitySchema, file('quality.yaml'), root),
    dictionaries: readDictionaries(folder, root),
    posts,
    items,
  };
  return { edition, findings };
}
