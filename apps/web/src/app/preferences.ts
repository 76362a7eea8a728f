import { useSyncExternalStore } from 'react';

/** Large type (适老化): kept on this machine. */
const name = 'due-process:large-type';
const listeners = new Set<() => void>();
const isLarge = (): boolean => localStorage.getItem(name) === '1';

export function setLargeType(large: boolean): void {
  localStorage.setItem(name, large ? '1' : '0');
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
export const useLargeType = (): boolean => useSyncExternalStore(subscribe, isLarge);
