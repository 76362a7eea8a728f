import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Empty, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { read, write } from '../client';
import { ProblemNote } from '../parts/problem-note';
import { useProblem } from '../parts/use-problem';
import { useTitle } from '../parts/use-title';
import { inTurn } from '../parts/in-turn';
import { inboxCountsKey } from './inbox-counts';
import { MessageRow } from './message-row';
import type { Message, MessagePage } from './message.types';
import './inbox.css';

const choices = [
  { value: 'unread', label: '未读' },
  { value: 'all', label: '全部' },
];

/** Messages with read receipts. One to a unit or a post is read once, by whoever opens it first. */
export function Component() {
  useTitle('消息');
  const cache = useQueryClient();
  const tell = useProblem();
  const [shown, setShown] = useState('unread');
  const list = useInfiniteQuery({
    queryKey: ['inbox', 'messages', shown],
    queryFn: ({ pageParam, signal }) =>
      read<MessagePage>('/api/inbox', { unread: shown === 'unread' || null, after: pageParam, limit: 50 }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const messages = list.data?.pages.flatMap((page) => page.messages) ?? [];
  const unread = messages.filter(({ readAt }) => !readAt);
  const mark = useMutation({
    mutationFn: (chosen: readonly Message[]) =>
      inTurn(chosen, ({ id }) => write<Message>(`/api/inbox/${id}/read`).then(() => undefined)),
    onError: tell,
    onSettled: () => {
      void cache.invalidateQueries({ queryKey: ['inbox', 'messages'] });
      void cache.invalidateQueries({ queryKey: inboxCountsKey });
    },
  });
  return (
    <>
      <div className="screen-head">
        <h1>消息</h1>
        <Segmented options={choices} value={shown} onChange={setShown} aria-label="显示" />
        <Button disabled={unread.length === 0} loading={mark.isPending} onClick={() => mark.mutate(unread)}>
          {unread.length > 0 ? `将这 ${unread.length} 条标为已读` : '标为已读'}
        </Button>
      </div>
      <div className="panel">
        {list.error && !list.data && <ProblemNote error={list.error} again={() => void list.refetch()} />}
        {list.isPending && <Skeleton active />}
        {list.data && messages.length === 0 && (
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description={shown === 'unread' ? '没有未读消息。催办、督办和到期提醒会出现在这里。' : '还没有收到过消息。'}
          />
        )}
        <ul className="messages">
          {messages.map((message) => (
            <MessageRow key={message.id} message={message} markRead={() => mark.mutate([message])} />
          ))}
        </ul>
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            显示更早的
          </Button>
        )}
      </div>
    </>
  );
}
