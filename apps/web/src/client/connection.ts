import { useSyncExternalStore } from 'react';

/** What a person should know about the line to the server: nothing, that we are waiting to repeat, or that it is down. */
export type Connection = 'fine' | 'repeating' | 'offline';

let waiting = 0;
let unreachable = false;
const listeners = new Set<() => void>();
const tell = (): void => listeners.forEach((listener) => listener());

export function markUnreachable(now: boolean): void {
  if (unreachable === now) return;
  unreachable = now;
  tell();
}

/** Waits while the notice is shown; ends early when the network comes back. */
export async function waitToRepeat(ms: number, signal?: AbortSignal): Promise<void> {
  waiting += 1;
  tell();
  try {
    await new Promise<void>((resolve, reject) => {
      const done = (): void => {
        clearTimeout(timer);
        removeEventListener('online', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      addEventListener('online', done);
      signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
  } finally {
    waiting -= 1;
    tell();
  }
}

const current = (): Connection => {
  if (unreachable || !navigator.onLine) return 'offline';
  return waiting > 0 ? 'repeating' : 'fine';
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

export const useConnection = (): Connection => useSyncExternalStore(subscribe, current);
