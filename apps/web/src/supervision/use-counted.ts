import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { read } from '../client';
import type { WorklistLine } from '../worklist/worklist.types';
import type { Counted } from './board';

interface Page {
  cases: WorklistLine[];
  next: string | null;
}

const names = ['unit', 'assignee', 'item', 'stage', 'light', 'unclaimed', 'class', 'cause', 'late', 'at'] as const;

/** Classes, places of the flow chart and step lateness are asked of the supervisors' list, all else of the worklist. */
export const isSupervised = (counted: Counted | undefined): boolean =>
  Boolean(counted?.class || counted?.late || counted?.at);
const listOf = (counted: Counted | undefined): string =>
  isSupervised(counted) ? '/api/supervision/cases' : '/api/worklist';

/** The opened counter stands in the address: going back closes it, coming back from a case opens it again. */
export function useCounted() {
  const [address, setAddress] = useSearchParams();
  const title = address.get('title');
  const counted: Counted | undefined =
    title === null
      ? undefined
      : {
          title,
          ...Object.fromEntries(names.flatMap((name) => (address.has(name) ? [[name, address.get(name) ?? '']] : []))),
        };
  const kept = (): URLSearchParams => {
    const by = address.get('by');
    return new URLSearchParams(by ? { by } : {});
  };
  const show = (next: Counted): void => {
    const to = kept();
    for (const [name, value] of Object.entries(next)) to.set(name, String(value));
    setAddress(to);
  };
  return {
    counted,
    show,
    close: () => setAddress(kept()),
    by: address.get('by'),
    setBy: (by: string) => setAddress({ by }, { replace: true }),
  };
}

export const useCountedCases = (counted: Counted | undefined) =>
  useInfiniteQuery({
    queryKey: ['worklist', 'counted', counted],
    queryFn: ({ pageParam, signal }) => {
      const { title: _title, ...conditions } = counted ?? { title: '' };
      return read<Page>(listOf(counted), { ...conditions, limit: 30, after: pageParam }, signal);
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled: counted !== undefined,
  });
