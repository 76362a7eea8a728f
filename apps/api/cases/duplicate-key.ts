import type { ItemPublished } from '@due-process/contracts';
import { periodOf, type Opening } from '@due-process/domain';

/**
 * What may be open only once: an item for an applicant; of items that are settled by the month (`onePer: period`), an item for an applicant, a
 * month and a kind of report, so that last month's open case holds up nobody; of what is granted once for a birth (`onePer: birth`), each birth.
 */
export function duplicateKeyOf(item: ItemPublished, { variant, form }: Opening, subject: string): string {
  const one = `${item.agency}:${item.code}:${subject}`;
  switch (item.params.onePer) {
    case 'period':
      return `${one}:${variant ?? ''}:${periodOf(stringIn(form.period))}`;
    case 'birth':
      return `${one}:${birthOf(form)}`;
    default:
      return one;
  }
}

/** The source that stands for a month's own report or for a birth, whoever registers it; nothing for everything else. */
export function ownSource(item: ItemPublished, { variant, form }: Opening): string | undefined {
  const { onePer, opensAs } = item.params;
  if (onePer === 'birth') return birthOf(form);
  return onePer === 'period' && variant === (opensAs ?? undefined) ? periodOf(stringIn(form.period)) : undefined;
}

const birthOf = (form: Opening['form']): string => `birth:${stringIn(form.bornOn) ?? ''}`;

const stringIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
