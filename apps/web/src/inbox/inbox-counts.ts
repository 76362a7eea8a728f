import { useQuery, useQueryClient } from '@tanstack/react-query';
import { read, useTold } from '../client';

export interface InboxCounts {
  unread: number;
  urgent: number;
}
export const inboxCountsKey = ['inbox', 'counts'];

/** Asked once, then pushed by the server (SSE). */
export function useInboxCounts(): InboxCounts {
  const cache = useQueryClient();
  const { data } = useQuery({
    queryKey: inboxCountsKey,
    queryFn: ({ signal }) => read<InboxCounts>('/api/inbox/counts', {}, signal),
    staleTime: 60_000,
  });
  useTold('counts', (counts) => {
    const before = cache.getQueryData<InboxCounts>(inboxCountsKey);
    cache.setQueryData(inboxCountsKey, counts);
    if (before?.unread !== counts.unread) void cache.invalidateQueries({ queryKey: ['inbox', 'messages'] });
  });
  return data ?? { unread: 0, urgent: 0 };
}
