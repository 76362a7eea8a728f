import { stream, type CellValue } from 'exceljs';
import { Readable } from 'node:stream';
import { UnreadableSheet, type SheetRow } from './sheet';
import { unpacksWithin } from './unzipped-size';
import { sheetsLast } from './zip-order';

/** A list of fifty thousand unpacks to about fifteen megabytes; what unpacks to far more is no list. */
const mostUnpacked = 64 * 1024 * 1024;
const spoilt = '文件已损坏或不是 Excel 工作簿（.xlsx）';

/**
 * Rows of the first sheet of a workbook (.xlsx). The packed file is held, since a zip is known to be whole only by its end; what it unpacks to is
 * read row by row, and only the table of shared texts is held.
 */
export async function* workbookRows(source: Readable): AsyncGenerator<SheetRow> {
  const packed = Buffer.concat((await source.toArray()) as Buffer[]);
  const unpacks = await unpacksWithin(mostUnpacked, packed);
  if (unpacks === 'tooMuch') throw new UnreadableSheet('工作簿解压后过大，请只保留名册一张表');
  if (unpacks === 'torn') throw new UnreadableSheet(spoilt);
  const ordered = sheetsLast(packed);
  if (!ordered) throw new UnreadableSheet(spoilt);
  const workbook = new stream.xlsx.WorkbookReader(Readable.from(ordered), {
    entries: 'emit',
    sharedStrings: 'cache',
    hyperlinks: 'ignore',
    styles: 'ignore',
    worksheets: 'emit',
  });
  const sheets = workbook[Symbol.asyncIterator]();
  try {
    const first = await sheets.next();
    if (first.done) return;
    for await (const row of first.value) {
      const values = Array.isArray(row.values) ? row.values : [];
      yield { lineNo: row.number, cells: Array.from(values.slice(1), (value) => cellText(value as CellValue)) };
    }
  } catch (error) {
    throw error instanceof UnreadableSheet ? error : new UnreadableSheet(spoilt);
  } finally {
    // Only at its end does the reader let go of the packed bytes.
    for (let left = await sheets.next().catch(() => ended); !left.done; left = await sheets.next().catch(() => ended));
  }
}

const ended = { done: true, value: undefined } as const;

/** A number of eighteen digits that was kept as a number has lost its end; it is shown whole, so that its check digit gives it away. */
function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value).toString() : String(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return String(value.text);
  if ('result' in value) return cellText(value.result as CellValue);
  return '';
}
