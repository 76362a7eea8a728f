import type { Basis, ClockRule, FieldRule, ItemRules, RungRule, StageRule } from '@due-process/contracts';
import type { Edition } from '../load/edition';
import type { ItemFile } from '../schema/item';
import { isCounted, type CountedLimit } from '../schema/rules';

/** Notes are for readers of the catalogue; a case keeps the section and whether it is ours. */
const trimmed = ({ section, own }: Basis): Basis => (own ? { section, own } : { section });

const withTrimmedBasis = <T extends { basis: Basis }>(fact: T): T => ({ ...fact, basis: trimmed(fact.basis) });

const rung = ({ id, share, due, afterDue, receivers, sms }: RungRule): RungRule => ({
  id,
  ...(share !== undefined && { share }),
  ...(due && { due }),
  ...(afterDue !== undefined && { afterDue }),
  receivers,
  ...(sms && { sms }),
});

function clock(limit: CountedLimit, ladders: Record<string, RungRule[]>): ClockRule {
  const { within: _, text: __, ladder, ...kept } = limit;
  return withTrimmedBasis({ ...kept, ladder: (ladders[ladder] ?? []).map(rung) });
}

function inputField(field: FieldRule): FieldRule {
  const { help: _, ...kept } = field;
  return kept;
}

const stage = (rule: StageRule): StageRule => ({
  ...withTrimmedBasis(rule),
  actions: rule.actions.map((action) => ({ ...action, ...(action.input && { input: action.input.map(inputField) }) })),
});

/**
 * What a running case needs of an item, and nothing else: it is pinned in the case's start input, so that a new edition never disturbs
 * a running case, and is stored with every case. Offices, telephones and texts stay in the catalogue.
 */
export function compileRules(item: ItemFile, edition: Edition): ItemRules {
  const { guide, ladders } = edition;
  return {
    code: item.code,
    edition: guide.edition,
    name: item.name,
    agency: guide.agency.region,
    mode: item.mode,
    story: item.story,
    // Letters of the case name who issued them.
    params: { ...item.params, agencyName: guide.agency.name },
    // How a fact is derived stays here, with the dictionaries it is derived from.
    facts: item.facts.map(({ derives: _derives, ...fact }) => withTrimmedBasis(fact)),
    materials: item.materials.map(withTrimmedBasis),
    clocks: item.limits.filter(isCounted).map((limit) => clock(limit, ladders.ladders)),
    stages: item.stages.map(stage),
    pauses: item.pauses.map(withTrimmedBasis),
    documents: item.documents.map(({ type, name, internal }) => ({ type, name, ...(internal ? { internal } : {}) })),
    ...(item.extension && { extension: withTrimmedBasis(item.extension) }),
    supplement: withTrimmedBasis(item.supplement),
    service: withTrimmedBasis(item.service),
  };
}
