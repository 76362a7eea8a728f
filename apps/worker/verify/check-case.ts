import { digestOf, foldCase, projectRows } from '@due-process/domain';
import { checkChain, liveOf } from './check-chain';
import { compareRows } from './compare-rows';
import type { Difference, DifferenceKind } from './difference';
import type { JournalEntry, JournalStore, ReadRows } from './journal.store';

/** One case whole: its journal by itself, then what people read against what the journal says. */
export async function checkCase(
  store: Pick<JournalStore, 'rules' | 'calendar'>,
  caseNo: string,
  entries: JournalEntry[],
  rows: ReadRows | undefined,
): Promise<Difference[]> {
  const found = checkChain(caseNo, entries);
  const report = (kind: DifferenceKind, detail: string): Difference[] => [...found, { kind, caseNo, detail }];

  const live = liveOf(entries);
  const [first] = live;
  if (!first) return report('rowMissing', 'there is a case row and no event');
  if (!rows) return report('rowMissing', 'there are events and no case row');
  if (first.event.type !== 'caseOpened') return report('sequenceGap', 'the first event does not open the case');

  const { rulesHash, calendarVersion } = first.event.data;
  const [rules, calendar] = await Promise.all([store.rules(rulesHash), store.calendar(calendarVersion)]);
  if (!rules) return report('sourceMissing', 'the rules it was opened under');
  if (!calendar) return report('sourceMissing', `calendar ${calendarVersion}`);

  try {
    const state = foldCase(
      { caseNo, rules, calendar },
      live.map(({ event }) => event),
    );
    const differing = compareRows(projectRows(undefined, state, []), rows);
    const recorded = live.at(-1)?.digest;
    return [
      ...found,
      ...differing.map((detail): Difference => ({ kind: 'projectionDiffers', caseNo, detail })),
      ...(digestOf(state) === recorded || state.ended
        ? []
        : [{ kind: 'digestDiffers', caseNo, detail: `at number ${state.seq}` } as const]),
    ];
  } catch (error) {
    return report('foldFailed', error instanceof Error ? error.name : 'unknown');
  }
}
