import { useEffect } from 'react';
import { lock } from '../client/lock';

/** Basis: GB/T 22239-2019 8.1.4.1: who leaves the desk leaves nothing open. Shorter than the server's own limit of an hour. */
const idleMinutes = 15;
const acts = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Locks after a quarter of an hour without a hand on keyboard or mouse, also when the machine slept meanwhile. */
export function useIdleLock(): void {
  useEffect(() => {
    let last = Date.now();
    const used = (): void => void (last = Date.now());
    for (const act of acts) addEventListener(act, used, { passive: true, capture: true });
    const watch = setInterval(() => {
      if (Date.now() - last > idleMinutes * 60_000) void lock('idle');
    }, 10_000);
    return () => {
      for (const act of acts) removeEventListener(act, used, { capture: true });
      clearInterval(watch);
    };
  }, []);
}
