import type { Situation } from '../schema/cases';
import type { CheckedCatalog } from '.';

/** How a situation came out when it was last walked over HTTP: with what it printed, or why it failed. */
export type Walked = { on: string; printed: string[] } | { on: string; failed: string };

/** What was seen of the product, as the walks wrote it into docs/seen.json. */
export interface Seen {
  situations: Record<string, Walked>;
  /** Day on which the item's pages were looked at. */
  screens: Record<string, string>;
  /** Share of the guide's section that stands in the catalogue. */
  transcribed: Record<string, string>;
}

export interface SeenRow {
  name: string;
  story: string;
  transcribed: string;
  walked: string;
  branches: string;
  unwalkable: number;
  printed: string;
  screen: string;
}

const ratio = (part: number, whole: number): string => `${part}/${whole}`;

/** One row for each item of the guides, and what is missing in words. */
export function seenTable({ items, listed, situations }: CheckedCatalog, seen: Seen) {
  const isWalked = ({ id }: Situation): boolean => 'printed' in (seen.situations[id] ?? {});
  const can = situations.filter(({ unwalkable }) => unwalkable === undefined);
  const counted = (list: readonly Situation[]): string => ratio(list.filter(isWalked).length, list.length);
  const branches = can.filter(({ kind }) => kind === 'other');
  const codes = Object.keys(listed);
  const rows = Object.fromEntries(
    codes.map((code): [string, SeenRow] => {
      const item = items.find((one) => one.item.code === code && !one.edition.guide.improves)?.item;
      const own = can.filter((one) => one.item === code);
      const printed = new Set(
        own.flatMap(({ id }) => {
          const walked = seen.situations[id];
          return walked && 'printed' in walked ? walked.printed : [];
        }),
      );
      const types = item?.documents.map(({ type }) => type) ?? [];
      return [
        code,
        {
          name: item?.name ?? listed[code] ?? '',
          story: item?.story ?? '',
          transcribed: seen.transcribed[code] ?? '—',
          walked: counted(own),
          branches: counted(branches.filter((one) => one.item === code)),
          unwalkable: situations.filter((one) => one.item === code && one.unwalkable !== undefined).length,
          printed: ratio(types.filter((type) => printed.has(type)).length, types.length),
          screen: seen.screens[code] ? '看过' : '—',
        },
      ];
    }),
  );
  return {
    rows,
    lastOn: Object.values(seen.situations).reduce((last, { on }) => (on > last ? on : last), '') || '—',
    total: {
      walked: counted(can),
      branches: counted(branches),
      screen: ratio(codes.filter((code) => seen.screens[code]).length, codes.length),
    },
    failed: can.flatMap(({ id, title }) => {
      const walked = seen.situations[id];
      if (!walked) return [`${id} ${title}：还没有走过`];
      return 'failed' in walked ? [`${id} ${title}：${walked.failed}`] : [];
    }),
    unwalkable: situations.flatMap(({ id, title, unwalkable }) =>
      unwalkable ? [`${id} ${title}：${unwalkable}`] : [],
    ),
  };
}
