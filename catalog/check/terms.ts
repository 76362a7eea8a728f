import type { FieldRule } from '@due-process/contracts';
import type { Edition } from '../load/edition';
import type { ItemFile } from '../schema/item';
import { isCounted } from '../schema/rules';
import type { Terms } from '../schema/terms';
import { problem, type ItemCheck } from './finding';

const ofFields = (fields: FieldRule[]): string[] =>
  fields.flatMap(({ id, options }) => [id, ...(options ?? []).map(({ value }) => value)]);

/** `letterSent:contactLetter` is two words of the glossary. */
const ofFact = (fact: string): string[] => fact.split(':');

/** An item names another by its code. */
const isItemCode = (value: string): boolean => /^[A-Z]{2}-\d/.test(value);

/** Every English identifier an item uses. Places and units bring their Chinese with them. */
export function identifiersOf(item: ItemFile): string[] {
  const counted = item.limits.filter(isCounted);
  return [
    item.mode,
    item.story,
    ...Object.keys(item.params),
    ...Object.values(item.params).flatMap((value) =>
      typeof value === 'string' ? (isItemCode(value) ? [] : [value]) : Array.isArray(value) ? value : [],
    ),
    ...[item.applicantKinds, item.channels, item.variants, item.query.channels].flatMap((list) =>
      list.map(({ id }) => id),
    ),
    ...item.materials.flatMap(({ id, alternatives }) => [id, ...(alternatives ?? []).map((one) => one.id)]),
    ...item.limits.flatMap(({ id, kind }) => [id, kind]),
    ...counted.flatMap(({ startsOn, metBy, stoppedBy, ladder, unit }) => [
      ...[startsOn, ...metBy].flatMap(ofFact),
      ...stoppedBy,
      ladder,
      unit,
    ]),
    ...item.admission.flatMap((rule) => [rule.id, ...('window' in rule ? [rule.window] : [])]),
    ...ofFields(item.form),
    ...item.facts.flatMap(({ id, lookup, purpose, accepted }) => [id, lookup, purpose, ...accepted]),
    ...item.stages.flatMap(({ id, shows, role, actions }) => [
      id,
      shows,
      role,
      ...actions.flatMap((action) => [action.id, ...(action.needs ?? []), ...ofFields(action.input ?? [])]),
    ]),
    ...item.pauses.map(({ cause }) => cause),
    ...item.documents.map(({ type }) => type),
    ...item.outcomes.map(({ id }) => id),
    item.service.mode,
  ];
}

export const identifiersOfEdition = ({ ladders }: Edition): string[] => [
  ...Object.keys(ladders.ladders),
  ...Object.values(ladders.ladders).flatMap((rungs) => rungs.flatMap(({ id, receivers }) => [id, ...receivers])),
];

const words = (terms: Terms): string[] => Object.values(terms).flatMap((group) => Object.keys(group));

export function termCheck(terms: Terms): ItemCheck {
  const known = new Set(words(terms));
  return ({ item, edition }) =>
    [...new Set([...identifiersOf(item), ...identifiersOfEdition(edition)])]
      .filter((id) => !known.has(id))
      .map((id) => problem('terms', `${id} is not in terms.yaml`));
}

/** A word with two meanings, or one that nothing uses any more. Group `notions` holds words of the code, not of the files. */
export function termProblems(terms: Terms, used: string[]) {
  const all = words(terms);
  const inUse = new Set(used);
  const checked = Object.entries(terms).flatMap(([group, entries]) =>
    group === 'notions' ? [] : Object.keys(entries),
  );
  return [
    ...all
      .filter((id, index) => all.indexOf(id) !== index)
      .map((id) => problem(id, 'stands in two groups of terms.yaml')),
    ...checked.filter((id) => !inUse.has(id)).map((id) => problem(id, 'nothing uses this term')),
  ];
}
