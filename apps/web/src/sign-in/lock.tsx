import { lazy, Suspense } from 'react';
import type { Account } from '../client';
import { useLock } from '../client/lock';
import { useIdleLock } from './use-idle-lock';

const LockScreen = lazy(() => import('./lock-screen'));

/** Watches for a desk that was left. Until the screen itself has come, nothing of the page shows. */
export function Lock({ account }: { account: Account }) {
  const reason = useLock();
  useIdleLock();
  return (
    reason && (
      <Suspense fallback={<div className="lock-cover" />}>
        <LockScreen account={account} reason={reason} />
      </Suspense>
    )
  );
}
