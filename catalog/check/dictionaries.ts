import type { Derivation } from '@due-process/contracts';
import type { DictionaryFile } from '../schema/dictionary';
import type { ItemFile } from '../schema/item';
import { problem, type ItemCheck } from './finding';

const repeated = (ids: string[]): string[] => ids.filter((id, index) => ids.indexOf(id) !== index);

/** A choice whose dictionary is not there offers nothing; a fact that is derived from a word which no entry says never holds. */
export const checkDictionaries: ItemCheck = ({ item, edition: { dictionaries } }) => {
  const known = (id: string): DictionaryFile | undefined => dictionaries.find((one) => one.id === id);
  const inputs = item.stages.flatMap(({ id, actions }) =>
    actions.flatMap(({ input }) => (input ?? []).map((field) => ({ at: `stages.${id}.${field.id}`, ...field }))),
  );
  return [
    ...inputs
      .filter(({ optionsFrom }) => optionsFrom !== undefined && !known(optionsFrom))
      .map(({ at, optionsFrom }) => problem(at, `no dictionary is named ${optionsFrom}`)),
    ...dictionaries.flatMap(({ id, entries }) =>
      repeated(entries.map((entry) => entry.id)).map((entry) =>
        problem(`dictionaries.${id}`, `${entry} stands there twice`),
      ),
    ),
    ...item.facts.flatMap(({ id, lookup, derives }) => {
      if ((lookup === 'derived') !== (derives !== undefined))
        return [problem(`facts.${id}`, 'a derived fact, and no other, says how it is derived')];
      return derives ? derivationProblems(derives, item, known).map((text) => problem(`facts.${id}`, text)) : [];
    }),
  ];
};

function derivationProblems(
  rule: Derivation,
  item: ItemFile,
  known: (id: string) => DictionaryFile | undefined,
): string[] {
  const chooses = (field: string, dictionary: string): string[] => {
    if (!known(dictionary)) return [`no dictionary is named ${dictionary}`];
    const asked = item.form.find(({ id }) => id === field);
    return asked?.optionsFrom === dictionary ? [] : [`${field} does not choose from ${dictionary}`];
  };
  const silent = (dictionary: string, word: string): string[] =>
    (known(dictionary)?.entries ?? [])
      .filter(({ says }) => says?.[word] === undefined)
      .map(({ id }) => `${id} of ${dictionary} does not say its ${word}`);
  switch (rule.kind) {
    case 'says':
      return [...chooses(rule.field, rule.of), ...silent(rule.of, rule.word)];
    case 'right': {
      const entries = known(rule.byOf)?.entries ?? [];
      const unused = rule.rights.filter((right) => !entries.some(({ says }) => says?.[right] !== undefined));
      return [
        ...chooses(rule.field, rule.of),
        ...chooses(rule.by, rule.byOf),
        ...silent(rule.of, rule.word),
        ...unused.map((right) => `nobody in ${rule.byOf} has the right ${right}`),
      ];
    }
    case 'recent':
      return item.form.some(({ id, type }) => id === rule.field && type === 'date')
        ? []
        : [`${rule.field} is no date of the form`];
    case 'age':
      return [];
  }
}
