import { useEffect, useRef } from 'react';

/** What the server tells by itself, over one line for the whole page. */
interface Told {
  counts: { unread: number; urgent: number };
  case: { caseNo: string; seq: number };
}
type Topic = keyof Told;

const openAgainMs = 20_000;
/** Going from case to case by key opens the line once, at the case where the person stops. */
const settleMs = 250;

const listeners: { [T in Topic]: Set<(told: Told[T]) => void> } = { counts: new Set(), case: new Set() };
let watched: string | undefined;
let line: EventSource | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

const wanted = (): boolean => listeners.counts.size + listeners.case.size > 0;

function tell<T extends Topic>(topic: T, { data }: MessageEvent<string>): void {
  const told = JSON.parse(data) as Told[T];
  for (const heard of listeners[topic]) heard(told);
}

/** The browser repairs a broken line by itself; one that was refused (an ended session) it gives up, so it is opened anew. */
function open(): void {
  line?.close();
  line = undefined;
  if (!wanted()) return;
  const stream = new EventSource(`/api/inbox/stream${watched ? `?watch=${watched}` : ''}`);
  stream.addEventListener('counts', (event: MessageEvent<string>) => tell('counts', event));
  stream.addEventListener('case', (event: MessageEvent<string>) => tell('case', event));
  stream.addEventListener('error', () => {
    if (stream.readyState === EventSource.CLOSED && line === stream) openSoon(openAgainMs);
  });
  line = stream;
}

function openSoon(ms: number): void {
  clearTimeout(timer);
  timer = setTimeout(open, ms);
}

function listen<T extends Topic>(topic: T, heard: (told: Told[T]) => void): () => void {
  const before = wanted();
  listeners[topic].add(heard);
  if (!before) openSoon(0);
  return () => {
    listeners[topic].delete(heard);
    if (!wanted()) openSoon(0);
  };
}

export function useTold<T extends Topic>(topic: T, heard: (told: Told[T]) => void): void {
  const current = useRef(heard);
  current.current = heard;
  useEffect(() => listen(topic, (told) => current.current(told)), [topic]);
}

/** What happens in this case is told as long as it is on the screen. */
export function useWatched(caseNo: string, changed: (seq: number) => void): void {
  useEffect(() => {
    watched = caseNo;
    openSoon(settleMs);
    return () => {
      if (watched !== caseNo) return;
      watched = undefined;
      openSoon(settleMs);
    };
  }, [caseNo]);
  useTold('case', (told) => {
    if (told.caseNo === caseNo) changed(told.seq);
  });
}
