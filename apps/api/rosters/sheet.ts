/** One person as a sheet names them. `lineNo` counts as the sheet's reader does: the header is row 1. */
export interface SheetLine {
  lineNo: number;
  name: string;
  idNumber: string;
}

/** A row of a sheet, cell by cell. */
export interface SheetRow {
  lineNo: number;
  cells: string[];
}

/** What stands in the way of reading a sheet at all, in words for whoever made it. */
export class UnreadableSheet extends Error {}

export const longestSheet = 50_000;

const columns = {
  name: ['姓名', '学生姓名', '职工姓名', '人员姓名', 'name'],
  idNumber: ['身份证号', '身份证号码', '公民身份号码', '居民身份证号', '证件号码', '证件号', 'idnumber'],
} as const;

const plain = (text: string): string => text.replace(/[\s*＊:：﻿]/g, '').toLowerCase();
const cut = (text: string | undefined, most: number): string => [...(text ?? '').trim()].slice(0, most).join('');

/** Lines of persons from rows: the first row that is not empty is the header, other columns are left where they are. */
export async function* linesOf(rows: AsyncIterable<SheetRow>): AsyncGenerator<SheetLine> {
  let header: { name: number; idNumber: number } | undefined;
  let read = 0;
  for await (const { lineNo, cells } of rows) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (!header) {
      header = headerOf(cells);
      continue;
    }
    if (++read > longestSheet) throw new UnreadableSheet(`名册最多 ${longestSheet} 行，请分成几份`);
    yield { lineNo, name: cut(cells[header.name], 60), idNumber: cut(cells[header.idNumber], 40) };
  }
  if (read === 0) throw new UnreadableSheet('名册中没有人员');
}

function headerOf(cells: string[]): { name: number; idNumber: number } {
  const titles = cells.map(plain);
  const at = (names: readonly string[]): number => titles.findIndex((title) => names.includes(title));
  const found = { name: at(columns.name), idNumber: at(columns.idNumber) };
  const missing = [...(found.name < 0 ? ['姓名'] : []), ...(found.idNumber < 0 ? ['身份证号'] : [])];
  if (missing.length > 0)
    throw new UnreadableSheet(`首行应为标题行，缺少列：${missing.map((title) => `“${title}”`).join('、')}`);
  return found;
}
