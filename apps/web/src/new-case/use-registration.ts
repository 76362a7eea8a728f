import type { ItemPublished, OpenedCase } from '@due-process/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem, writeOnce } from '../client';
import { bodyOf, type Entry } from './entry';
import { faultsNow, serverFaults, type Faults } from './faults';

/** Sending the registration: the same content goes out under the same key until its fate is known, so a retry never makes a second case. */
export function useRegistration(item: ItemPublished | undefined, entry: Entry, done: () => void) {
  const cache = useQueryClient();
  const [attempted, setAttempted] = useState(false);
  const [refused, setRefused] = useState<{ faults: Faults; entry: Entry }>();
  const sending = useMutation({
    mutationFn: ({ body }: { body: unknown; acceptNow: boolean }) => writeOnce<OpenedCase>('/api/cases', body),
    onSuccess: () => {
      done();
      void cache.invalidateQueries({ queryKey: ['worklist'] });
      void cache.invalidateQueries({ queryKey: ['drafts'] });
    },
    onError: (error) => {
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
    sending.mutate({ body: bodyOf(item, entry, acceptNow), acceptNow });
  };
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
