import type { ItemPublished } from '@due-process/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { dropDraft, keepLocally, keepOnServer, newDraftId, resumeDraft } from './drafts';
import { emptyEntry, isBegun, plainPart, type Entry, type Sent } from './entry';

export type Saving = 'none' | 'saving' | 'saved' | 'unsaved';

const quietMs = 1200;
const markMs = 1500;

/**
 * The entry and its draft. The draft's id stands in the address, so a reload, a lost connection or another machine comes back to it; it is kept
 * a moment after the last change.
 */
export function useEntry(itemOf: (code: string | undefined) => ItemPublished | undefined) {
  const [address, setAddress] = useSearchParams();
  const id = address.get('draft');
  /** The draft that the entry on screen belongs to. */
  const held = useRef<string | null>(null);
  const changed = useRef(false);
  const stopSaving = useRef(() => {});
  const [entry, setEntry] = useState<Entry>(emptyEntry);
  const [resuming, setResuming] = useState(id !== null);
  const [lost, setLost] = useState<unknown>();
  const [saving, setSaving] = useState<Saving>('none');

  const resume = useCallback(async (draft: string) => {
    setResuming(true);
    setLost(undefined);
    try {
      const found = await resumeDraft(draft);
      held.current = draft;
      changed.current = false;
      setEntry(found ?? emptyEntry);
      setSaving(found ? 'saved' : 'none');
    } catch (error) {
      setLost(error);
    }
    setResuming(false);
  }, []);

  useEffect(() => {
    if (id && id !== held.current) void resume(id);
  }, [id, resume]);

  /** `begun: false` for what the screen fills in by itself. */
  const change = useCallback((part: (before: Entry) => Entry, { begun = true } = {}) => {
    if (begun) changed.current = true;
    setEntry((before) => {
      if (!begun) return part(before);
      const { sent: _sent, ...rest } = part(before);
      return rest;
    });
  }, []);

  const plain = itemOf(entry.itemCode);
  useEffect(() => {
    if (!changed.current || !isBegun(entry)) return;
    const draft = held.current ?? newDraftId();
    held.current = draft;
    if (id !== draft) setAddress({ draft }, { replace: true });
    keepLocally(draft, plainPart(plain, entry));
    setSaving('saving');
    const asked = new AbortController();
    const timer = setTimeout(async () => {
      try {
        await keepOnServer(draft, entry, asked.signal);
        if (!asked.signal.aborted) setSaving('saved');
      } catch {
        if (!asked.signal.aborted) setSaving('unsaved');
      }
    }, quietMs);
    stopSaving.current = () => {
      clearTimeout(timer);
      asked.abort();
    };
    return stopSaving.current;
  }, [entry, plain, id, setAddress]);

  /**
   * Before it is sent: what is sent, and under which key, so that a reload finds its answer; nothing once its fate is known. The registration waits
   * for no draft: only the server's holds all that was sent.
   */
  const markSent = useCallback(
    async (sent: Sent | undefined) => {
      const draft = held.current;
      if (!draft) return;
      stopSaving.current();
      const { sent: _before, ...content } = entry;
      await Promise.race([
        keepOnServer(draft, sent ? { ...content, sent } : content).catch(() => undefined),
        new Promise((resolve) => setTimeout(resolve, markMs)),
      ]);
    },
    [entry],
  );

  /** Handed in or given up: the draft has no further use. */
  const finish = useCallback(() => {
    stopSaving.current();
    const draft = held.current;
    held.current = null;
    changed.current = false;
    setSaving('none');
    setAddress({}, { replace: true });
    if (draft) void dropDraft(draft);
  }, [setAddress]);

  /** Begins anew; what is given stays as it was for the last applicant. */
  const restart = useCallback(
    (kept: Partial<Entry> = {}) => {
      finish();
      setEntry({ ...emptyEntry, ...kept });
    },
    [finish],
  );

  return { entry, change, markSent, finish, restart, resuming, lost, retry: () => id && void resume(id), saving };
}
