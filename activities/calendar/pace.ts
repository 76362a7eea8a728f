import { setTimeout as sleep } from 'node:timers/promises';

export interface Pace {
  inFlight: number;
  perSecond: number;
  /** Ends the walk after the items in flight. */
  signal?: AbortSignal;
}

/** Works through the items with so many in flight and no more begun a second than given: a big job yields to the people at work. */
export async function paced<T>(items: readonly T[], pace: Pace, work: (item: T) => Promise<void>): Promise<void> {
  const gapMs = 1000 / pace.perSecond;
  let next = 0;
  let slot = Date.now();
  const lane = async (): Promise<void> => {
    while (next < items.length && !pace.signal?.aborted) {
      const item = items[next++] as T;
      const wait = slot - Date.now();
      slot = Math.max(slot, Date.now()) + gapMs;
      if (wait > 0) await sleep(wait);
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(pace.inFlight, items.length) }, lane));
}
