import type { Condition, FieldRule } from '@due-process/contracts';
import { withOptions } from '../compile/options';
import type { ItemFile } from '../schema/item';
import { isCounted } from '../schema/rules';
import { problem, type ItemCheck } from './finding';

const ofField = (rules: FieldRule[], id: string): (string | boolean)[] | undefined => {
  const rule = rules.find((one) => one.id === id);
  if (!rule) return undefined;
  return rule.type === 'boolean' ? [true, false] : rule.options?.map(({ value }) => value);
};

/** Values that a field of a condition can have; undefined where the field does not exist. */
function valuesOf(item: ItemFile, field: string, inputs: FieldRule[]): (string | boolean)[] | undefined {
  if (field === 'scope') return ['inProvince', 'outOfProvince'];
  if (field === 'place') return ['here', 'elsewhere'];
  if (field === 'variant') return item.variants.map(({ id }) => id);
  if (field === 'channel') return item.channels.map(({ id }) => id);
  if (field === 'applicant.kind') return item.applicantKinds.map(({ id }) => id);
  if (field.startsWith('form.')) return ofField(item.form, field.slice('form.'.length));
  if (field.startsWith('facts.')) return item.facts.find(({ id }) => field === `facts.${id}.value`)?.accepted;
  if (field.startsWith('input.')) return ofField(inputs, field.slice('input.'.length));
  return undefined;
}

function conditionProblems(item: ItemFile, when: Condition[] | undefined, inputs: FieldRule[] = []): string[] {
  return (when ?? []).flatMap(({ field, in: wanted }) => {
    const values = valuesOf(item, field, inputs);
    if (!values) return [`never holds: there is no ${field} with values to choose from`];
    const others = (when ?? []).filter((one) => one.field === field);
    const possible = wanted.filter((value) => others.every((one) => one.in.includes(value)));
    if (!possible.some((value) => values.includes(value)))
      return [`never holds: ${field} is never ${wanted.join(' or ')}`];
    return wanted.filter((value) => !values.includes(value)).map((value) => `${field} is never ${String(value)}`);
  });
}

/** A material, a limit or a field under a condition that cannot come about is never asked for: the guide's fact would be lost. */
export const checkConditions: ItemCheck = ({ item: written, edition }) => {
  const offered = <Field extends FieldRule>(field: Field): Field => withOptions(field, edition.dictionaries);
  return problemsOf({ ...written, form: written.form.map((field) => offered(field)) }, offered);
};

const problemsOf = (item: ItemFile, offered: (field: FieldRule) => FieldRule): ReturnType<ItemCheck> => [
  ...item.channels.flatMap(({ id, when }) =>
    conditionProblems(item, when).map((text) => problem(`channels.${id}`, text)),
  ),
  ...item.materials.flatMap(({ id, when }) =>
    conditionProblems(item, when).map((text) => problem(`materials.${id}`, `material never asked for: ${text}`)),
  ),
  ...item.limits
    .filter(isCounted)
    .flatMap(({ id, when }) => conditionProblems(item, when).map((text) => problem(`limits.${id}`, text))),
  ...item.facts.flatMap(({ id, when, holdsWhen }) =>
    [when, holdsWhen].flatMap((one) => conditionProblems(item, one).map((text) => problem(`facts.${id}`, text))),
  ),
  ...item.materials.flatMap(({ id, sharedBy }) =>
    sharedBy === undefined || item.facts.some((fact) => fact.id === sharedBy.fact)
      ? []
      : [problem(`materials.${id}`, `shared by ${sharedBy.fact}, which is no fact of the item`)],
  ),
  ...item.facts
    .filter(({ lookup, holdsWhen }) => (lookup === 'application') !== (holdsWhen !== undefined))
    .map(({ id }) =>
      problem(`facts.${id}`, 'what the application itself says is judged by `holdsWhen`, and only that'),
    ),
  ...item.form.flatMap(({ id, optionsFrom, options }) =>
    optionsFrom !== undefined && !options?.length
      ? [problem(`form.${id}`, `no dictionary is named ${optionsFrom}`)]
      : (options ?? []).flatMap(({ value, when }) =>
          conditionProblems(item, when).map((text) => problem(`form.${id}.${value}`, text)),
        ),
  ),
  ...item.form.flatMap(({ id, when }) => conditionProblems(item, when).map((text) => problem(`form.${id}`, text))),
  ...item.stages.flatMap(({ id, actions }) =>
    actions.flatMap((action) =>
      (action.input ?? []).flatMap((field) =>
        conditionProblems(item, field.when, action.input?.map(offered)).map((text) =>
          problem(`stages.${id}.${action.id}.${field.id}`, text),
        ),
      ),
    ),
  ),
];
