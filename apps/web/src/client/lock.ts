import { useSyncExternalStore } from 'react';

/**
 * The screen is locked when it was left alone or when the session has ended on the server. What was typed stays; requests that met the
 * lock wait and go on after the password was given again.
 */
export type LockReason = 'idle' | 'expired';

let reason: LockReason | undefined;
let release: (() => void) | undefined;
let opened: Promise<void> | undefined;
let signedIn = false;
const listeners = new Set<() => void>();
const tell = (): void => listeners.forEach((listener) => listener());

/** Whether somebody is signed in on this page: without it a refused request means "go and sign in", not "unlock". */
export const setSignedIn = (value: boolean): void => void (signedIn = value);
export const isSignedIn = (): boolean => signedIn;

/** Locks (once) and resolves when unlocked. */
export function lock(why: LockReason): Promise<void> {
  if (!opened) {
    reason = why;
    opened = new Promise((resolve) => (release = resolve));
    tell();
  }
  return opened;
}

export function unlock(): void {
  release?.();
  release = opened = reason = undefined;
  tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
export const useLock = (): LockReason | undefined => useSyncExternalStore(subscribe, () => reason);
