import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { read } from '../client';

export interface InboxCounts {
  unread: number;
  urgent: number;
}
export const inboxCountsKey = ['inbox', 'counts'];

const openAgainMs = 20_000;

/** The browser repairs a broken line by itself; a stream that was refused (an ended session) it gives up, so it is opened anew. */
function listen(heard: (counts: InboxCounts) => void): () => void {
  let stream: EventSource;
  let again: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    stream = new EventSource('/api/inbox/stream');
    stream.addEventListener('counts', ({ data }: MessageEvent<string>) => heard(JSON.parse(data) as InboxCounts));
    stream.addEventListener('error', () => {
      if (stream.readyState === EventSource.CLOSED) again = setTimeout(open, openAgainMs);
    });
  };
  open();
  return () => {
    clearTimeout(again);
    stream.close();
  };
}

/** Asked once, then pushed by the server (SSE). */
export function useInboxCounts(): InboxCounts {
  const cache = useQueryClient();
  const { data } = useQuery({
    queryKey: inboxCountsKey,
    queryFn: ({ signal }) => read<InboxCounts>('/api/inbox/counts', {}, signal),
    staleTime: 60_000,
  });
  useEffect(
    () =>
      listen((counts) => {
        const before = cache.getQueryData<InboxCounts>(inboxCountsKey);
        cache.setQueryData(inboxCountsKey, counts);
        if (before?.unread !== counts.unread) void cache.invalidateQueries({ queryKey: ['inbox', 'messages'] });
      }),
    [cache],
  );
  return data ?? { unread: 0, urgent: 0 };
}
