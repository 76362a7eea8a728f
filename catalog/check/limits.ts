import { isCounted } from '../schema/rules';
import { compileRules } from '../compile/rules';
import { packedSize, rulesSize } from '../compile/size';
import { STORIES } from '../schema/stories';
import { problem, type ItemCheck } from './finding';

/** Bytes that one case may add to its history by its pinned rules: plain JSON, and packed as payloads travel. */
export const SIZE_BUDGET = { plain: 9_216, packed: 2_560 };

/** A promise shortens the law's limit and never stretches it; both run from one fact to the same end. */
export const checkLimits: ItemCheck = ({ item }) => {
  const counted = item.limits.filter(isCounted);
  // Rounds (集中办理) have no limit of their own but the days of public notice.
  const printed = item.limits.filter(({ kind }) => kind === 'statutory' || kind === 'publicNotice');
  return [
    ...(printed.length === 0
      ? [problem('limits', 'no statutory limit; write `immediate` where the guide says 即时')]
      : []),
    ...counted
      .filter(({ kind }) => kind === 'promised')
      .flatMap((promised) => {
        const statutory = counted.find(({ id }) => id === promised.within);
        const at = `limits.${promised.id}`;
        if (!statutory) return [problem(at, 'a promised limit names the counted statutory one in `within`')];
        if (statutory.unit !== promised.unit)
          return [problem(at, `promised in ${promised.unit}, statutory in ${statutory.unit}`)];
        if (statutory.startsOn !== promised.startsOn) return [problem(at, `does not start with ${statutory.id}`)];
        return promised.quantity > statutory.quantity
          ? [problem(at, `promised ${promised.quantity} is longer than the statutory ${statutory.quantity}`)]
          : [];
      }),
    ...(item.mode === 'immediate' && !printed.some((limit) => !isCounted(limit))
      ? [problem('mode', 'immediate, but no limit is 即时')]
      : []),
  ];
};

export const checkSize: ItemCheck = ({ item, edition }) => {
  const rules = compileRules(item, edition);
  const plain = rulesSize(rules);
  const packed = packedSize(rules);
  const budget = STORIES[item.story]?.sizeBudget ?? SIZE_BUDGET;
  return plain > budget.plain || packed > budget.packed
    ? [
        problem(
          '(whole file)',
          `its pinned rules take ${plain} bytes, ${packed} packed: over ${budget.plain} and ${budget.packed}`,
        ),
      ]
    : [];
};
