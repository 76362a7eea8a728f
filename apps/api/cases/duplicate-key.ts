import type { ItemPublished } from '@due-process/contracts';
import { periodOf, type Opening } from '@due-process/domain';

/**
 * What may be open only once: an item for an applicant; of items that are settled by the month (`onePer: period`), an item for an applicant, a
 * month and a kind of report, so that last month's open case holds up nobody.
 */
export function duplicateKeyOf(item: ItemPublished, { variant, form }: Opening, subject: string): string {
  const one = `${item.agency}:${item.code}:${subject}`;
  return item.params.onePer === 'period' ? `${one}:${variant ?? ''}:${periodOf(stringIn(form.period))}` : one;
}

/** The source that stands for a month's own report, whoever registers it; nothing for everything else. */
export function periodSource(item: ItemPublished, { variant, form }: Opening): string | undefined {
  const monthly = item.params.onePer === 'period' && variant === (item.params.opensAs ?? undefined);
  return monthly ? periodOf(stringIn(form.period)) : undefined;
}

const stringIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
