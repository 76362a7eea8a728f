import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { read, write } from '../client';
import type { Filters } from './filters';
import type { Tab, WorklistPage } from './worklist.types';

export const pageSize = 50;
/** Others act too: the list and its numbers are asked for again this often. */
const everyMs = 20_000;

export const worklistQuery = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ['worklist', filters],
    queryFn: ({ pageParam }) =>
      write<WorklistPage>('/api/worklist/search', {
        ...filters,
        limit: pageSize,
        ...(pageParam ? { after: pageParam } : {}),
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: everyMs,
  });

export const countsQuery = queryOptions({
  queryKey: ['worklist-counts'],
  queryFn: ({ signal }) =>
    read<Record<Exclude<Tab, 'closed'> | 'overdue' | 'unclaimed', number>>('/api/worklist/counts', {}, signal),
  refetchInterval: everyMs,
});
