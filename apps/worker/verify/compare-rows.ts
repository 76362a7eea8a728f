import type { Batch } from '@due-process/contracts';
import { canonicalJson } from '@due-process/domain';
import type { ReadRows, Row } from './journal.store';

/**
 * Where the rows that people read differ from those that follow from the events: `case.phase`, `clocks t1.dueOn`. Left out: work that is
 * done (the events have it), rungs that have fired (they stay as they were), and columns that only the recording itself needs.
 */
export function compareRows(expected: Batch['rows'], actual: ReadRows): string[] {
  const fired = new Set(actual.rungs.filter(({ state }) => state !== 'pending').map((row) => rungKey(readable(row))));
  return [
    ...differing('case', [expected.case as unknown as Row], [actual.case], () => ''),
    ...differing(
      'tasks',
      expected.tasks,
      actual.tasks.filter(({ done }) => done !== true),
      ({ key }) => `${String(key)}`,
    ),
    ...differing('clocks', expected.clocks, actual.clocks, ({ id }) => String(id)),
    ...differing('pauses', expected.pauses, actual.pauses, ({ id }) => String(id)),
    ...differing('letters', expected.letters, actual.letters, ({ letterNo, direction }) => `${letterNo} ${direction}`),
    ...differing('documents', expected.documents, actual.documents, ({ documentNo }) => String(documentNo)),
    ...differing(
      'rungs',
      expected.rungs.filter((rung) => rung.state === 'pending' && !fired.has(rungKey({ ...rung }))),
      actual.rungs.filter(({ state }) => state === 'pending'),
      rungKey,
    ),
  ];
}

/** Columns of the tables that no contract has: keys, order of lists, traces of the recording. */
const ownColumns = new Set([
  'caseNo',
  'agency',
  'done',
  'firedAt',
  'tab',
  'sortOn',
  'lastBatchId',
  'lastDigest',
  'runId',
  'updatedAt',
]);

const rungKey = ({ clockId, arming, rung }: Row): string => `${clockId}/${arming}/${rung}`;

function differing(part: string, expected: readonly object[], actual: Row[], keyOf: (row: Row) => string): string[] {
  const wanted = new Map(expected.map((row) => [keyOf({ ...row }), plain({ ...row })]));
  const found = new Map(actual.map(readable).map((row) => [keyOf(row), plain(row)]));
  return [...new Set([...wanted.keys(), ...found.keys()])].flatMap((key) => {
    const [want, have] = [wanted.get(key), found.get(key)];
    const name = `${part} ${key}`.trim();
    if (!want) return [`${name} is there and follows from no event`];
    if (!have) return [`${name} is missing`];
    return [...new Set([...Object.keys(want), ...Object.keys(have)])]
      .filter((field) => field in want || !ownColumns.has(field))
      .filter((field) => canonicalJson(want[field] ?? null) !== canonicalJson(have[field] ?? null))
      .map((field) => `${name}.${field}`);
  });
}

/** Columns in the names of the contracts. */
const readable = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column === 'falls_on' ? 'on' : column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );

/** Instants in one spelling: PostgreSQL writes the offset where we write Z. */
const plain = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) ? new Date(value).toISOString() : value,
    ]),
  );
