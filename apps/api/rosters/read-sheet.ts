import { PassThrough, type Readable } from 'node:stream';
import { linesOf, longestSheet, UnreadableSheet, type SheetLine } from './sheet';
import { csvRows, decoded, jsonLines } from './text-rows';
import { workbookRows } from './workbook-rows';

export type SheetFormat = 'xlsx' | 'csv' | 'ndjson';

/** What a file is by its first bytes: a workbook is a zip, NDJSON begins with a brace, all else is separated text. */
export function sheetFormat(head: Buffer): SheetFormat {
  if (head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return 'xlsx';
  if (head.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1')
    throw new UnreadableSheet('旧式 Excel 文件（.xls）请另存为 .xlsx 或 .csv');
  return head.toString('utf8').trimStart().startsWith('{') ? 'ndjson' : 'csv';
}

/** Lines of a sheet while it comes in. */
export function readSheet(format: SheetFormat, source: Readable): AsyncIterable<SheetLine> {
  if (format === 'xlsx') return linesOf(workbookRows(source));
  const texts = decoded(source as AsyncIterable<Buffer>);
  return format === 'csv' ? linesOf(csvRows(texts)) : atMost(longestSheet, jsonLines(texts));
}

async function* atMost(most: number, lines: AsyncIterable<SheetLine>): AsyncGenerator<SheetLine> {
  let read = 0;
  for await (const line of lines) {
    if (++read > most) throw new UnreadableSheet(`名册最多 ${most} 行，请分成几份`);
    yield line;
  }
  if (read === 0) throw new UnreadableSheet('名册中没有人员');
}

/** A stream with its beginning looked at. */
export interface LookedAt {
  head: Buffer;
  /** All of it, the beginning too; it ends where the source ends, also when that was cut off. */
  whole: Readable;
  /** Whether the source came to its own end. @throws what cut it off */
  finished: Promise<void>;
}

/** The first bytes of a stream, and the stream with them still in it. `look` sees every chunk on its way. */
export async function headOf(source: Readable, look: (chunk: Buffer) => void): Promise<LookedAt> {
  const whole = new PassThrough();
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const first = await chunks.next();
  const head = first.done ? Buffer.alloc(0) : first.value;
  const pump = async (): Promise<void> => {
    try {
      for (let next = first; !next.done; next = await chunks.next()) {
        look(next.value);
        if (!whole.destroyed && !whole.write(next.value)) await drained(whole);
      }
    } finally {
      whole.end();
    }
  };
  const finished = pump();
  finished.catch(() => undefined);
  return { head, whole, finished };
}

/** A reader that gave up early takes nothing more; the rest of the upload is then passed over, so that its hash is still that of the file. */
const drained = (stream: PassThrough): Promise<void> =>
  new Promise((resolve) => {
    const go = (): void => {
      stream.off('drain', go).off('close', go);
      resolve();
    };
    stream.once('drain', go).once('close', go);
  });
