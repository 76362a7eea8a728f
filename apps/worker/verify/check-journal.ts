import { checkCase } from './check-case';
import type { Findings } from './difference';
import type { JournalStore } from './journal.store';

/** Some megabytes of events at a time, however many cases there are. */
const pageSize = 200;

/** Every case of the journal, in pages by case number. `progress` hears how many are done. */
export async function checkJournal(
  store: JournalStore,
  progress: (done: number) => void = () => {},
): Promise<Findings> {
  const findings: Findings = { checked: 0, differences: [] };
  for (let after = ''; ;) {
    const page = await store.page(after, pageSize);
    const last = page.at(-1);
    if (last === undefined) return findings;
    const { entries, rows } = await store.read(page);
    for (const caseNo of page) {
      findings.differences.push(...(await checkCase(store, caseNo, entries.get(caseNo) ?? [], rows.get(caseNo))));
    }
    findings.checked += page.length;
    progress(findings.checked);
    after = last;
  }
}
