import { stream, type CellValue } from 'exceljs';
import type { Readable } from 'node:stream';
import { UnreadableSheet, type SheetRow } from './sheet';

/** Rows of the first sheet of a workbook (.xlsx), read while it comes in: only the table of shared texts is held. */
export async function* workbookRows(source: Readable): AsyncGenerator<SheetRow> {
  const workbook = new stream.xlsx.WorkbookReader(source, {
    entries: 'emit',
    sharedStrings: 'cache',
    hyperlinks: 'ignore',
    styles: 'ignore',
    worksheets: 'emit',
  });
  try {
    for await (const sheet of workbook) {
      for await (const row of sheet) {
        const values = Array.isArray(row.values) ? row.values : [];
        yield { lineNo: row.number, cells: Array.from(values.slice(1), (value) => cellText(value as CellValue)) };
      }
      return;
    }
  } catch (error) {
    throw error instanceof UnreadableSheet ? error : new UnreadableSheet('文件已损坏或不是 Excel 工作簿（.xlsx）');
  }
}

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
