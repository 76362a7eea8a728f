import type { IsoDate, ItemPublished, PlaceKind } from '@due-process/contracts';
import { letterTitle } from '../progress';

type Known = Pick<ItemPublished, 'stages' | 'limits'>;

/** What stands at a place of the flow chart (`standsAt`), in the trade's words. */
export function chartPlace(item: Known | undefined, place: string): { kind: PlaceKind; name: string } {
  const stage = item?.stages.find(({ id }) => id === place);
  if (stage) return { kind: 'work', name: stage.name };
  const [kind, of = ''] = place.split(':', 2);
  if (kind === 'applicant') return { kind, name: '等待申请人补正' };
  if (kind === 'paused') return { kind, name: '特别程序（暂停计时）' };
  if (kind === 'effect') return { kind: 'system', name: '系统办理' };
  if (kind === 'receive') return { kind: 'agency', name: `等待外地机构：《${letterTitle(of)}》` };
  if (kind === 'round') return { kind: 'time', name: '等待下一轮集中办理' };
  if (kind === 'until' || kind === 'time') {
    const limit = item?.limits.find(({ id }) => id === of);
    return { kind: 'time', name: limit ? `等待${limit.name}届满` : '等待约定日期' };
  }
  return { kind: 'work', name: place };
}

/** What a case that no person of the agency has to move waits for, and until which day; undefined for every other cause. */
export function waitWords(
  item: Known | undefined,
  cause: string,
  place: string | null,
  until: IsoDate | null,
): string | undefined {
  if (place === null || !['until', 'letter', 'applicant'].includes(cause)) return undefined;
  const { name } = chartPlace(item, place);
  if (until === null) return name;
  return cause === 'letter' ? `${name}，${until} 催询` : `${name}，至 ${until}`;
}
