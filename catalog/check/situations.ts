import type { CatalogFinding } from '../load/read-file';
import type { ItemFile } from '../schema/item';
import type { Situation } from '../schema/cases';
import { isCounted } from '../schema/rules';
import { problem } from './finding';

/** What every item must show; a material can only be missing, and a counted limit only be overrun, where there is one. */
const kindsOf = (item: ItemFile): Situation['kind'][] => [
  'normal',
  ...(item.materials.length > 0 ? (['missing'] as const) : []),
  'refused',
  ...(item.limits.some((limit) => isCounted(limit) && limit.kind === 'statutory') ? (['late'] as const) : []),
];

/** Each item's situations exist and speak of what the item has. */
export function situationProblems(situations: Situation[], items: ItemFile[]): Omit<CatalogFinding, 'file'>[] {
  const ids = situations.map(({ id }) => id);
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => problem(id, 'stands there twice')),
    ...items.flatMap((item) =>
      kindsOf(item)
        .filter((kind) => !situations.some((one) => one.item === item.code && one.kind === kind))
        .map((kind) => problem(item.code, `no situation of kind ${kind}`)),
    ),
    ...situations.flatMap((situation) => {
      const item = items.find(({ code }) => code === situation.item);
      return item ? ofItem(situation, item) : [problem(situation.id, `unknown item ${situation.item}`)];
    }),
  ];
}

function ofItem(situation: Situation, item: ItemFile): Omit<CatalogFinding, 'file'>[] {
  const unknown = (what: string, names: string[], known: string[]) =>
    names.filter((name) => !known.includes(name)).map((name) => problem(situation.id, `unknown ${what} ${name}`));
  const expected = [situation.opened, ...situation.steps.map((step) => step.expect)].flatMap((one) => one ?? []);
  const fieldsOf = (act: string): string[] =>
    item.stages.flatMap(({ actions }) =>
      actions.filter(({ id }) => id === act).flatMap(({ input }) => (input ?? []).map(({ id }) => id)),
    );
  const acts = item.stages.flatMap(({ actions }) => actions.map(({ id }) => id));
  return [
    ...unknown(
      'office',
      [situation.office],
      item.offices.list.map(({ id }) => id),
    ),
    ...unknown(
      'channel',
      [situation.channel],
      item.channels.map(({ id }) => id),
    ),
    ...unknown(
      'field',
      Object.keys(situation.form),
      item.form.map(({ id }) => id),
    ),
    ...unknown(
      'fact',
      Object.keys(situation.facts),
      item.facts.map(({ id }) => id),
    ),
    ...unknown(
      'material',
      situation.materials,
      item.materials.flatMap(({ id, alternatives }) => [id, ...(alternatives ?? []).map((one) => one.id)]),
    ),
    ...unknown(
      'clock',
      expected.flatMap(({ clocks }) => Object.keys(clocks ?? {})),
      item.limits.map(({ id }) => id),
    ),
    ...unknown(
      'document',
      expected.flatMap(({ documents }) => documents ?? []),
      item.documents.map(({ type }) => type),
    ),
    ...unknown(
      'stage',
      expected.flatMap(({ stage }) => (stage && stage !== 'none' ? [stage] : [])),
      item.stages.map(({ id }) => id),
    ),
    ...situation.steps.flatMap(({ act, input }) =>
      act && acts.includes(act) ? unknown(`input of ${act}`, Object.keys(input ?? {}), fieldsOf(act)) : [],
    ),
  ];
}
