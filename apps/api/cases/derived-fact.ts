import type { Catalog } from '@due-process/catalog';
import type { Derivation, FactRule, KnownFact } from '@due-process/contracts';
import { birthOf, derive, shanghaiDate } from '@due-process/domain';
import type { Application } from './application';

/**
 * A fact that follows from the application and the dictionaries of the item's edition. It is kept with the case like one that was asked outside, so that the case
 * needs no dictionary. Age counts by the identity card; who has other papers states the date of birth.
 */
export function derivedFact(
  rule: FactRule,
  idNumber: string,
  { form = {}, agency, receivedOn, rules }: Application,
  catalog: Catalog,
): Pick<KnownFact, 'value' | 'holds' | 'detail' | 'data'> {
  const derives = rule.derives ?? published(catalog, rules?.code, rule.id);
  if (!derives) throw new Error(`${rule.id} derives from nothing`);
  const stated = form.birthDate;
  const birth = birthOf(idNumber) ?? (typeof stated === 'string' ? stated : undefined);
  const { value, detail, data } = derive(derives, {
    form,
    receivedOn: receivedOn ?? shanghaiDate(new Date().toISOString()),
    ...(birth === undefined ? {} : { birth }),
    entryOf: (field, dictionary) => catalog.entry(agency, dictionary, form[field]),
  });
  const holds = rule.accepted.includes(value);
  return { value, holds, detail: holds ? (detail ?? '符合') : rule.refusal, ...(data ? { data } : {}) };
}

/** A case's pinned rules do not carry how a fact is derived: it needs the dictionaries of the catalogue anyway. */
const published = (catalog: Catalog, code: string | undefined, id: string): Derivation | undefined =>
  code === undefined ? undefined : catalog.published(code)?.facts.find((fact) => fact.id === id)?.derives;
