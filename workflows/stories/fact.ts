import type { CaseFile } from '../kernel/case-file';

/** What a fact of the case said; nothing where it was not asked. */
export const factOf = (file: CaseFile, id: string): string | undefined => file.state.facts[id]?.value;

/** The chosen entry's name, as the catalogue called it when the case was taken in: a case carries no dictionaries. */
export function nameIn(file: CaseFile, id: string): string | undefined {
  const name = file.state.facts[id]?.data?.name;
  return typeof name === 'string' ? name : undefined;
}
