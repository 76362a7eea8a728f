import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { requireSource, root } from '../from-source.mjs';
import { compare, textsOf } from './compare.mjs';
import { sectionsOf } from './sections.mjs';

/** The guides lie beside the repository or in GUIDES_DIR and are no part of the product. */
export const guidesFolder = () => resolve(process.env.GUIDES_DIR ?? join(root, '..', 'shared', 'guides'));

/**
 * What was transcribed of each item, held against the guides' own text. Nothing where there are no guides.
 *
 * @param {string[]} [asked] codes; all when empty
 * @returns {{ table: Record<string, { share: string, facts: number, missing: number, binding: number }>, missing: string[], complaints: string[] } | undefined}
 */
export function sharesOf(asked = []) {
  const folder = guidesFolder();
  if (!existsSync(folder)) return undefined;
  const { editionFolders } = requireSource('catalog', 'catalog.ts');
  const { readEdition } = requireSource('catalog', 'load', 'edition.ts');
  const { readShared } = requireSource('catalog', 'load', 'shared.ts');
  const catalog = join(root, 'catalog');
  const parts = readShared(catalog);
  const guides = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const table = {};
  const missing = [];
  const complaints = [];
  for (const path of editionFolders(catalog)) {
    const { edition, findings } = readEdition(path, catalog, parts);
    if (edition.guide.improves) continue;
    for (const { file, at, problem } of findings) complaints.push(`catalog/${file}  ${at}  ${problem}`);
    const text = guides.find((guide) => plain(guide.slice(0, 400)).includes(plain(edition.guide.title).slice(0, 16)));
    if (!text) complaints.push(`${relative(root, path)}: no text of ${edition.guide.title} in the guides`);
    const sections = new Map(text ? sectionsOf(text).map((section) => [section.number, section]) : []);
    for (const { item } of [...edition.items].sort((a, b) => byNumber(a.item.code, b.item.code))) {
      if (asked.length > 0 && !asked.includes(item.code)) continue;
      const section = sections.get(item.code.replace(edition.guide.codes, ''));
      if (!section) {
        complaints.push(`${item.code}: the guide has no such section`);
        continue;
      }
      const found = compare(section, transcribedOf(item, edition));
      table[item.code] = {
        share: `${((100 * found.found) / found.total).toFixed(1)} %`,
        facts: found.total,
        missing: found.missing.length,
        binding: found.binding,
      };
      missing.push(...found.missing.map((one) => wordsOf(item.code, one)));
      if (found.binding > 0) complaints.push(`${item.code}: ${found.binding} binding facts of the guide are missing`);
    }
  }
  return { table, missing, complaints };
}

const wordsOf = (code, { kind, text, part }) =>
  `${code}  ${kind === 'other' || kind === 'place' ? 'share ' : 'ERROR '} ${kind.padEnd(9)} ${part}: ${text}`;

/** An office's own words count where the section lists the office; dictionaries count where the item names them. */
function transcribedOf(item, edition) {
  const listed = new Set(item.offices.list.map(({ id }) => id));
  const offices = edition.offices.offices.filter(({ id }) => listed.has(id));
  const words = JSON.stringify(item);
  const dictionaries = (edition.dictionaries ?? []).filter(({ id }) => words.includes(id));
  return [...textsOf(item), ...textsOf(offices), ...textsOf(dictionaries)];
}

function plain(text) {
  return text.replace(/[\s()（）]/g, '');
}

function byNumber(a, b) {
  return a.localeCompare(b, 'en', { numeric: true });
}
