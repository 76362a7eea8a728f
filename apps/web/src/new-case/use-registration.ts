import type { ItemPublished, OpenedCase } from '@due-process/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { isProblem, newKey, writeOnce } from '../client';
import { bodyOf, type Entry, type Sent } from './entry';
import { faultsNow, serverFaults, type Faults } from './faults';

interface Hooks {
  /** Keeps the key with the draft before the registration goes out, and forgets it once that was refused. */
  markSent: (sent: Sent | undefined) => Promise<void>;
  done: () => void;
}
interface Sending extends Sent {
  body: unknown;
  /** The key is kept with the draft already. */
  marked?: boolean;
}

/**
 * Sending the registration: the same content goes out under the same key until its fate is known, also after a reload of the page, so a retry never
 * makes a second case and the clerk always gets the number and the code.
 */
export function useRegistration(item: ItemPublished | undefined, entry: Entry, { markSent, done }: Hooks) {
  const cache = useQueryClient();
  const [attempted, setAttempted] = useState(false);
  const [refused, setRefused] = useState<{ faults: Faults; entry: Entry }>();
  const underKey = useRef<{ key: string; text: string }>(undefined);
  const sending = useMutation({
    mutationFn: async ({ body, key, acceptNow, marked }: Sending) => {
      if (!marked) await markSent({ key, acceptNow });
      return writeOnce<OpenedCase>('/api/cases', body, key);
    },
    onSuccess: () => {
      done();
      void cache.invalidateQueries({ queryKey: ['worklist'] });
      void cache.invalidateQueries({ queryKey: ['drafts'] });
    },
    onError: (error) => {
      if (!isProblem(error, 'NO_ANSWER')) {
        underKey.current = undefined;
        void markSent(undefined);
      }
      if (isProblem(error)) setRefused({ faults: serverFaults(error.errors), entry });
    },
  });
  const own = item ? faultsNow(item, entry) : {};
  const submit = (acceptNow: boolean): void => {
    setAttempted(true);
    if (!item || sending.isPending) return;
    if (Object.keys(own).length > 0) {
      setTimeout(() => document.querySelector<HTMLInputElement>('.new-case .ant-form-item-has-error input')?.focus());
      return;
    }
    setRefused(undefined);
    const body = bodyOf(item, entry, acceptNow);
    const text = JSON.stringify(body);
    if (underKey.current?.text !== text) underKey.current = { key: newKey(), text };
    sending.mutate({ body, acceptNow, key: underKey.current.key });
  };
  const { mutate, isIdle } = sending;
  const { sent } = entry;
  useEffect(() => {
    if (item && sent && isIdle) mutate({ ...sent, body: bodyOf(item, entry, sent.acceptNow), marked: true });
  }, [item, entry, sent, isIdle, mutate]);
  const reset = (): void => {
    setAttempted(false);
    setRefused(undefined);
    sending.reset();
  };
  /** What the server found wrong stands until something is changed. */
  const stands = refused?.entry === entry;
  const fromServer = stands ? refused.faults : {};
  return { own, fromServer, refusal: stands ? sending.error : null, attempted, submit, reset, sending };
}
