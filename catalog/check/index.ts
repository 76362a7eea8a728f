import { join } from 'node:path';
import { z } from 'zod';
import { editionFolders } from '../catalog';
import { readEdition, type Edition } from '../load/edition';
import { CatalogFileError, readAs, type CatalogFinding } from '../load/read-file';
import { catalogRoot } from '../load/root';
import { readShared } from '../load/shared';
import { loadSituations } from '../load/situations';
import type { Situation } from '../schema/cases';
import { termsSchema } from '../schema/terms';
import { checkAdmission } from './admission';
import { checkConditions } from './conditions';
import { checkDictionaries } from './dictionaries';
import type { Examined, ItemCheck } from './finding';
import { floorCheck } from './floor';
import { checkLimits, checkSize } from './limits';
import { checkPushedLists } from './pushed-lists';
import { checkReferences } from './references';
import { situationProblems } from './situations';
import { checkStages } from './stages';
import { identifiersOf, identifiersOfEdition, termCheck, termProblems } from './terms';

export interface CheckedCatalog {
  findings: CatalogFinding[];
  items: Examined[];
  /** Every item of the guides' tables of contents, by code, with its name. */
  listed: Record<string, string>;
  situations: Situation[];
  implemented: string[];
}

const codesSchema = z.array(z.string());
const namesSchema = z.record(z.string(), z.string());

/** Reads the whole catalogue and holds every item against every rule. Nothing is thrown: whatever is wrong is a finding. */
export function checkCatalog(root: string = catalogRoot()): CheckedCatalog {
  const findings: CatalogFinding[] = [];
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof CatalogFileError)) throw error;
      findings.push(...error.findings);
      return undefined;
    }
  };
  const parts = attempt(() => readShared(root));
  const editions = !parts
    ? []
    : editionFolders(root).flatMap((folder): Edition[] => {
        const read = attempt(() => readEdition(folder, root, parts));
        findings.push(...(read?.findings ?? []));
        return read ? [read.edition] : [];
      });
  const items = editions.flatMap((edition) => edition.items.map(({ file, item }) => ({ file, item, edition })));
  const terms = attempt(() => readAs(termsSchema, join(root, 'terms.yaml'), root)) ?? {};
  const checks: ItemCheck[] = [
    checkReferences,
    checkStages,
    checkAdmission,
    checkPushedLists,
    checkConditions,
    checkDictionaries,
    checkLimits,
    checkSize,
    floorCheck(editions),
    termCheck(terms),
  ];
  for (const examined of items) {
    for (const check of checks) findings.push(...check(examined).map((one) => ({ file: examined.file, ...one })));
  }
  const inFile = (file: string, list: Omit<CatalogFinding, 'file'>[]): void => {
    findings.push(...list.map((one) => ({ file, ...one })));
  };
  const used = [
    ...items.flatMap(({ item }) => identifiersOf(item)),
    ...editions.flatMap(identifiersOfEdition),
    'inProvince',
    'outOfProvince',
  ];
  inFile('terms.yaml', termProblems(terms, used));
  const codes = items.map(({ item, edition }) => ({ code: item.code, edition }));
  const implemented = attempt(() => readAs(codesSchema, join(root, 'implemented.yaml'), root)) ?? [];
  inFile(
    'implemented.yaml',
    implemented
      .filter((code) => !codes.some((one) => one.code === code))
      .map((code) => ({ at: code, problem: 'listed as implemented, but no item file has this code' })),
  );
  inFile(
    '(editions)',
    codes
      .filter(({ code, edition }) => !code.startsWith(edition.guide.codes))
      .map(({ code, edition }) => ({
        at: code,
        problem: `codes of ${edition.guide.edition} start with ${edition.guide.codes}`,
      })),
  );
  const situations = attempt(() => loadSituations(root));
  if (situations)
    inFile(
      'cases',
      situationProblems(
        situations,
        items.map(({ item }) => item),
      ),
    );
  const listed = attempt(() => readAs(namesSchema, join(root, 'items-of-guides.yaml'), root)) ?? {};
  return { findings, items, listed, situations: situations ?? [], implemented };
}
