import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { read } from '../client';

export interface InboxCounts {
  unread: number;
  urgent: number;
}
export const inboxCountsKey = ['inbox', 'counts'];

/** Asked once, then pushed by the server (SSE); the browser opens the stream again by itself when the line was down. */
export function useInboxCounts(): InboxCounts {
  const cache = useQueryClient();
  const { data } = useQuery({
    queryKey: inboxCountsKey,
    queryFn: ({ signal }) => read<InboxCounts>('/api/inbox/counts', {}, signal),
    staleTime: 60_000,
  });
  useEffect(() => {
    const stream = new EventSource('/api/inbox/stream');
    stream.addEventListener('counts', ({ data: text }: MessageEvent<string>) => {
      const counts = JSON.parse(text) as InboxCounts;
      const before = cache.getQueryData<InboxCounts>(inboxCountsKey);
      cache.setQueryData(inboxCountsKey, counts);
      if (before && before.unread !== counts.unread) void cache.invalidateQueries({ queryKey: ['inbox', 'messages'] });
    });
    return () => stream.close();
  }, [cache]);
  return data ?? { unread: 0, urgent: 0 };
}
