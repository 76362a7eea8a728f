import type { ItemSummary } from '@due-process/contracts';

interface Option {
  value: string;
  label: string;
}
export interface Chapter {
  label: string;
  title: string;
  options: Option[];
}

/** Items under the headings of their guide, in its order; where several agencies are shown, each heading names its own. */
export function byChapter(items: readonly ItemSummary[]): Chapter[] {
  const several = new Set(items.map(({ agency }) => agency)).size > 1;
  const chapters = new Map<string, Chapter>();
  for (const { code, name, mode, agency, agencyName, chapter } of items) {
    const key = `${agency} ${chapter.no}`;
    const title = `${chapter.no} ${chapter.name}${several ? `（${agencyName}）` : ''}`;
    const known = chapters.get(key) ?? { label: title, title, options: [] };
    known.options.push({ value: code, label: `${code} ${name}${mode === 'immediate' ? '（即办件）' : ''}` });
    chapters.set(key, known);
  }
  return [...chapters.values()];
}
