import type { Edition } from '../load/edition';
import type { ItemFile } from '../schema/item';
import { isCounted, type CountedLimit } from '../schema/rules';
import { problem, type ItemCheck } from './finding';

/** Basis: 烟台 2020 前言, the guide is the floor (最底线); a district's edition may be better, never worse. */
export function floorCheck(editions: Edition[]): ItemCheck {
  return ({ item, edition }) => {
    const { improves } = edition.guide;
    if (!improves) return [];
    const base = editions.find(({ guide }) => guide.edition === improves);
    if (!base) return [problem('improves', `unknown edition ${improves}`)];
    const floor = base.items.find((one) => one.item.code === item.code)?.item;
    return floor ? worse(item, floor) : [problem('code', `${improves} has no item ${item.code}`)];
  };
}

const bindsTheAgency = (limit: CountedLimit): boolean => limit.kind === 'statutory' || limit.kind === 'promised';

const known = (list: { id: string }[], id: string): boolean => list.some((one) => one.id === id);

function worse(item: ItemFile, floor: ItemFile) {
  const ownLimits = new Map(item.limits.map((limit) => [limit.id, limit]));
  return [
    ...floor.limits
      .filter(({ kind }) => kind === 'statutory' || kind === 'promised')
      .flatMap((limit) => {
        const own = ownLimits.get(limit.id);
        const at = `limits.${limit.id}`;
        if (!own) return [problem(at, 'worse than the guide: the limit is gone')];
        if (!isCounted(own)) return [];
        if (!isCounted(limit)) return [problem(at, 'worse than the guide: no longer 即时')];
        if (!bindsTheAgency(own) || own.unit !== limit.unit) return [problem(at, 'cannot be compared with the guide')];
        return own.quantity > limit.quantity
          ? [problem(at, `worse than the guide: ${own.quantity} instead of ${limit.quantity}`)]
          : [];
      }),
    ...item.materials
      .filter(({ id }) => !known(floor.materials, id))
      .map(({ id }) => problem(`materials.${id}`, 'worse than the guide: a further material')),
    ...item.stages
      .filter(({ id }) => !known(floor.stages, id))
      .map(({ id }) => problem(`stages.${id}`, 'worse than the guide: a further step')),
    ...item.facts
      .filter(({ id }) => !known(floor.facts, id))
      .map(({ id }) => problem(`facts.${id}`, 'worse than the guide: a further condition')),
    ...floor.channels
      .filter(({ id }) => !known(item.channels, id))
      .map(({ id }) => problem(`channels.${id}`, 'worse than the guide: the channel is gone')),
  ];
}
