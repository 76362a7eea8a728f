import type { FieldRule } from '@due-process/contracts';
import type { Edition } from '../load/edition';
import type { DictionaryFile } from '../schema/dictionary';
import type { ItemFile } from '../schema/item';

/** A choice from a dictionary with its entries as options. Fields that choose from nothing, or bring their own options, stay as they are. */
export function withOptions<Field extends FieldRule>(field: Field, dictionaries: readonly DictionaryFile[]): Field {
  if (field.optionsFrom === undefined) return field;
  const entries = dictionaries.find(({ id }) => id === field.optionsFrom)?.entries ?? [];
  return {
    ...field,
    options: entries.map(({ id, name, when }) => ({ value: id, label: name, ...(when && { when }) })),
  };
}

/** The lists that an item's form, its actions and its rules refer to. */
export function dictionariesOf(item: ItemFile, edition: Edition): DictionaryFile[] {
  const inputs = item.stages.flatMap(({ actions }) => actions.flatMap(({ input }) => input ?? []));
  const admitted = item.admission.flatMap((rule) => (rule.check === 'directory' ? [rule.dictionary] : []));
  const named = new Set([...[...item.form, ...inputs].map(({ optionsFrom }) => optionsFrom), ...admitted]);
  return edition.dictionaries.filter(({ id }) => named.has(id));
}
