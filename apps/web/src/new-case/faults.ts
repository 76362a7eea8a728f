import type { ItemPublished } from '@due-process/contracts';
import type { FieldError } from '../client';
import { askedFields, faultsOf, isBlank } from '../parts/fields';
import { applicantRules, shownApplicant } from './applicant-rules';
import { scopeOf, type Entry } from './entry';
import { identityFault } from './identity-number';

/** Messages by path, the paths of `POST /api/cases`. */
export type Faults = Record<string, string>;

const under = (prefix: string, faults: Faults): Faults =>
  Object.fromEntries(Object.entries(faults).map(([id, message]) => [`${prefix}.${id}`, message]));

export const partOf = (prefix: string, faults: Faults): Faults =>
  Object.fromEntries(
    Object.entries(faults).flatMap(([path, message]) =>
      path.startsWith(`${prefix}.`) ? [[path.slice(prefix.length + 1), message]] : [],
    ),
  );

/** Everything that the server would refuse and the browser can tell. */
export function faultsNow(item: ItemPublished, entry: Entry): Faults {
  const applicant = shownApplicant(item, entry.applicant);
  const rules = applicantRules(item, applicant);
  const card = rules.some(({ type }) => type === 'idNumber') && !isBlank(applicant['idNumber']);
  const wrong = card ? identityFault(applicant['idNumber']) : undefined;
  const choices: [keyof Entry, boolean, string][] = [
    ['officeId', true, '请选择受理机构'],
    ['channel', true, '请选择办理渠道'],
    ['variant', item.variants.length > 0, '请选择办理情形'],
  ];
  return {
    ...Object.fromEntries(
      choices.filter(([name, needed]) => needed && isBlank(entry[name])).map(([name, , words]) => [name, words]),
    ),
    ...under('applicant', { ...faultsOf(rules, applicant), ...(wrong ? { idNumber: wrong } : {}) }),
    ...under('form', faultsOf(askedFields(item.form, scopeOf(item, entry)), entry.form)),
  };
}

const valueAt = (entry: Entry, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], entry);

/** Before the first attempt only what was filled in is judged, and not the field that is being typed in. */
export const shownFaults = (faults: Faults, entry: Entry, typing: string | undefined, attempted: boolean): Faults =>
  Object.fromEntries(
    Object.entries(faults).filter(([path]) => attempted || (path !== typing && !isBlank(valueAt(entry, path)))),
  );

export const serverFaults = (errors: readonly FieldError[]): Faults =>
  Object.fromEntries(errors.map(({ field, message }) => [field, message]));
