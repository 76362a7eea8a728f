import type { Batch } from '@due-process/contracts';

/**
 * A batch as PostgreSQL takes it. Two things that JSON allows would be refused by jsonb and freeze the case: the character NUL and
 * half a surrogate pair. Both become the replacement character. Rows of one key, of which there is never more than one, would be
 * refused too: the last of them counts.
 */
export function batchText(batch: Batch): string {
  const { tasks, clocks, pauses, letters, documents, rungs } = batch.rows;
  const single: Batch = {
    ...batch,
    rows: {
      ...batch.rows,
      tasks: lastOf(tasks, ({ key }) => key),
      clocks: lastOf(clocks, ({ id }) => id),
      pauses: lastOf(pauses, ({ id }) => id),
      letters: lastOf(letters, ({ letterNo, direction }) => `${direction} ${letterNo}`),
      documents: lastOf(documents, ({ documentNo }) => documentNo),
      rungs: lastOf(rungs, ({ clockId, arming, rung }) => `${clockId} ${arming} ${rung}`),
    },
  };
  const text = JSON.stringify(single);
  return suspicious.test(text) ? JSON.stringify(cleaned(single)) : text;
}

/** NUL and lone surrogates are the only characters that JSON.stringify writes so; a text that quotes them is merely cleaned in vain. */
const suspicious = /\\u(?:0000|d[89a-f][0-9a-f]{2})/;

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cleanedText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [cleanedText(key), cleaned(one)]));
}

const cleanedText = (text: string): string =>
  text
    .replaceAll('\0', '\uFFFD')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');

function lastOf<T>(rows: T[], keyOf: (row: T) => string): T[] {
  return rows.length < 2 ? rows : [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}
