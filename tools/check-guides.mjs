import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { compare, textsOf } from './guides/compare.mjs';
import { sectionsOf } from './guides/sections.mjs';
import { requireSource, root } from './from-source.mjs';

/**
 * `npm run check:guides [code …]`: holds what was transcribed against the guides' own text. A telephone, an address, a material or a limit that is
 * found nowhere in its item is an error; all other sentences count towards the share. The guides lie beside the repository or in GUIDES_DIR and are
 * no part of the product; without them there is nothing to compare, and that is said.
 */
const folder = resolve(process.env.GUIDES_DIR ?? join(root, '..', 'shared', 'guides'));
if (!existsSync(folder)) {
  console.log('check:guides: skipped, the guides are not here (GUIDES_DIR)');
  process.exit(0);
}
const { editionFolders } = requireSource('catalog', 'catalog.ts');
const { readEdition } = requireSource('catalog', 'load', 'edition.ts');
const { readShared } = requireSource('catalog', 'load', 'shared.ts');

const asked = process.argv.slice(2);
const catalog = join(root, 'catalog');
const parts = readShared(catalog);
const guides = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));

const table = {};
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
    const { total, found, missing, binding } = compare(section, transcribedOf(item, edition));
    table[item.code] = {
      share: `${((100 * found) / total).toFixed(1)} %`,
      facts: total,
      missing: missing.length,
      binding,
    };
    for (const { kind, text: words, part } of missing)
      console.log(
        `${item.code}  ${kind === 'other' || kind === 'place' ? 'share ' : 'ERROR '} ${kind.padEnd(9)} ${part}: ${words}`,
      );
    if (binding > 0) complaints.push(`${item.code}: ${binding} binding facts of the guide are missing`);
  }
}
console.table(table);
for (const complaint of complaints) console.error(complaint);
process.exit(complaints.length === 0 ? 0 : 1);

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
