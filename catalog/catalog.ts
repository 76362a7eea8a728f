import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AgencyFacts, AgencyUnit, FieldRule, ItemPublished, ItemRules, ItemSummary } from '@due-process/contracts';
import { withOptions } from './compile/options';
import { publish, summarize } from './compile/published';
import { compileRules } from './compile/rules';
import { rulesHash } from './compile/hash';
import { readEdition, type Edition, type LoadedItem } from './load/edition';
import { CatalogFileError, readAs } from './load/read-file';
import { catalogRoot } from './load/root';
import { readShared } from './load/shared';
import type { DictionaryFile } from './schema/dictionary';
import { termsSchema, type Terms } from './schema/terms';

export interface PinnedRules {
  rules: ItemRules;
  /** SHA-256 of the canonical rules; kept with the case. */
  hash: string;
}

/** The catalogue in force. `agency` is the six-digit region code. Unknown codes give undefined. */
export interface Catalog {
  items(region?: string): ItemSummary[];
  published(code: string): ItemPublished | undefined;
  rules(code: string): PinnedRules | undefined;
  offices(agency: string): Edition['offices']['offices'];
  /** Offices and sections: every place that can hold a task. */
  units(agency: string): AgencyUnit[];
  /** The entry of a dictionary that somebody chose. */
  entry(agency: string, dictionary: string, id: unknown): DictionaryFile['entries'][number] | undefined;
  /** A field of an action with the entries of its dictionary as options, as people are offered it. */
  offered<Field extends FieldRule>(agency: string, field: Field): Field;
  agencies: AgencyFacts[];
  editions: Edition[];
  /** Identifier → Chinese. */
  terms: Terms;
}

/** Folders with a guide.yaml are editions. */
export function editionFolders(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'guide.yaml')))
    .map((entry) => join(root, entry.name))
    .sort();
}

/** Reads every edition and compiles every item once. Throws CatalogFileError naming all that cannot be used. */
export function loadCatalog(root: string = catalogRoot()): Catalog {
  const parts = readShared(root);
  const read = editionFolders(root).map((folder) => readEdition(folder, root, parts));
  const findings = read.flatMap((one) => one.findings);
  if (findings.length > 0) throw new CatalogFileError(findings);
  const editions = read.map(({ edition }) => edition);

  const known = new Map<string, { loaded: LoadedItem; edition: Edition }>();
  for (const edition of editions.filter(({ guide }) => !guide.improves)) {
    for (const loaded of edition.items) {
      const earlier = known.get(loaded.item.code);
      if (!earlier || earlier.edition.guide.inForceFrom.on < edition.guide.inForceFrom.on) {
        known.set(loaded.item.code, { loaded, edition });
      }
    }
  }
  const published = new Map([...known].map(([code, { loaded, edition }]) => [code, publish(loaded.item, edition)]));
  const pinned = new Map(
    [...known].map(([code, { loaded, edition }]) => {
      const rules = compileRules(loaded.item, edition);
      return [code, { rules, hash: rulesHash(rules) }] as const;
    }),
  );
  const ofAgency = (agency: string): Edition | undefined =>
    editions.find(({ guide }) => guide.agency.region === agency);

  return {
    items: (region) =>
      [...known.values()]
        .filter(({ edition }) => region === undefined || edition.guide.agency.region === region)
        .map(({ loaded, edition }) => summarize(loaded.item, edition))
        .sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true })),
    published: (code) => published.get(code),
    rules: (code) => pinned.get(code),
    offices: (agency) => ofAgency(agency)?.offices.offices ?? [],
    units: (agency) => {
      const edition = ofAgency(agency);
      if (!edition) return [];
      return [
        ...edition.offices.offices.map(({ id, name }) => ({ id, name, kind: 'office' as const })),
        ...edition.units.units.map(({ id, name }) => ({ id, name, kind: 'section' as const })),
      ];
    },
    entry: (agency, dictionary, chosen) =>
      ofAgency(agency)
        ?.dictionaries.find(({ id }) => id === dictionary)
        ?.entries.find(({ id }) => id === chosen),
    offered: (agency, field) => withOptions(field, ofAgency(agency)?.dictionaries ?? []),
    agencies: editions
      .filter(({ guide }) => !guide.improves)
      .map(({ guide }) => {
        const { region, regionName, name, code } = guide.agency;
        return { region, regionName, name, code };
      }),
    editions,
    terms: readAs(termsSchema, join(root, 'terms.yaml'), root),
  };
}
