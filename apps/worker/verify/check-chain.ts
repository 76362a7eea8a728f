import type { Difference, DifferenceKind } from './difference';
import type { JournalEntry } from './journal.store';

/** The journal of one case by itself: chain, voided rows, numbers. `entries` in physical order. */
export function checkChain(caseNo: string, entries: JournalEntry[]): Difference[] {
  const found: Difference[] = [];
  const report = (kind: DifferenceKind, detail: string): void => void found.push({ kind, caseNo, detail });

  entries.forEach(({ entry, sound, linked }, at) => {
    if (entry !== at + 1) report('chainBroken', `entry ${at + 1} is missing`);
    else if (!sound) report('chainBroken', `entry ${entry} was changed`);
    else if (!linked) report('chainBroken', `entry ${entry} does not follow from the one before it`);
  });

  const struck = new Set(entries.flatMap(({ strikes }) => strikes ?? []));
  for (const { entry, voided } of entries) {
    if (voided && !struck.has(entry)) report('voidUnexplained', `entry ${entry} is voided and no marker names it`);
    if (!voided && struck.has(entry)) report('voidUnexplained', `entry ${entry} was unvoided`);
  }

  let expected = 1;
  for (const { seq, event } of liveOf(entries)) {
    const bridged = event.type === 'caseRestored' && event.data.missing.from === expected;
    if (seq !== expected && !bridged) report('sequenceGap', `number ${expected} expected, ${seq} found`);
    expected = (seq ?? 0) + 1;
  }
  return found;
}

/** The events that count, in their order. */
export const liveOf = (entries: JournalEntry[]): JournalEntry[] =>
  entries.filter(({ seq, voided }) => seq !== null && !voided).sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
