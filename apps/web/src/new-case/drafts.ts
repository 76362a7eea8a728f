import { isProblem, read, remove, replace } from '../client';
import type { Entry } from './entry';

export interface DraftLine {
  id: string;
  itemCode: string;
  itemName: string;
  updatedAt: string;
}
interface Draft extends DraftLine {
  content: Entry;
}
interface LocalDraft {
  entry: Entry;
  savedAt: string;
}

/** Version 4, also where the hall's network has no TLS and `crypto.randomUUID` is missing. */
export function newDraftId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const nameOf = (id: string): string => `due-process:draft:${id}`;

export function keepLocally(id: string, plain: Entry): void {
  const draft: LocalDraft = { entry: plain, savedAt: new Date().toISOString() };
  try {
    localStorage.setItem(nameOf(id), JSON.stringify(draft));
  } catch {
    // Storage is full or switched off: the draft on the server remains.
  }
}

function localDraft(id: string): LocalDraft | undefined {
  try {
    const text = localStorage.getItem(nameOf(id));
    return text ? (JSON.parse(text) as LocalDraft) : undefined;
  } catch {
    return undefined;
  }
}

export const listDrafts = (signal?: AbortSignal) => read<{ drafts: DraftLine[] }>('/api/drafts', {}, signal);
export const keepOnServer = (id: string, content: Entry, signal?: AbortSignal) =>
  replace<DraftLine>(`/api/drafts/${id}`, { itemCode: content.itemCode, content }, signal);

export async function dropDraft(id: string): Promise<void> {
  localStorage.removeItem(nameOf(id));
  await remove(`/api/drafts/${id}`).catch(() => undefined);
}

/** The draft as last left: the server's, with the choices made since that only this browser knows. */
export async function resumeDraft(id: string): Promise<Entry | undefined> {
  const local = localDraft(id);
  try {
    const draft = await read<Draft>(`/api/drafts/${id}`);
    if (!local || local.savedAt <= draft.updatedAt) return draft.content;
    const { applicant, form, uploads } = draft.content;
    const { sent: _sent, ...choices } = local.entry;
    return {
      ...choices,
      applicant: { ...applicant, ...local.entry.applicant },
      form: { ...form, ...local.entry.form },
      uploads,
    };
  } catch (error) {
    if (isProblem(error) && local) return local.entry;
    if (isProblem(error, 'NOT_FOUND')) return undefined;
    throw error;
  }
}
