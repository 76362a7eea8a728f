import type { Block, Column, FactRow } from '../sheet';
import { heightOfLine, type Lettering, type Pen } from './pen';

const inset = 5;

/** Where the labels end: nine characters stand on one line. */
const middleOf = (pen: Pen, { size }: Lettering): number => Math.min(pen.width * 0.3, size * 9 + 2 * inset + 1);

export function factTable(pen: Pen, rows: readonly FactRow[], lettering: Lettering): void {
  const { left, right } = pen.frame;
  const middle = left + middleOf(pen, lettering);
  for (const [label, text] of rows) {
    const inner = right - middle - 2 * inset;
    const labelWidth = middle - left - 2 * inset;
    const height =
      Math.max(pen.heightOf(text, lettering, inner), pen.heightOf(label, lettering, labelWidth)) + 2 * inset - 2;
    pen.room(height);
    cell(
      pen,
      label,
      { ...lettering, color: '#333333' },
      { x: left, y: pen.y, width: middle - left, height },
      '#f4f5f6',
    );
    cell(pen, text, lettering, { x: middle, y: pen.y, width: right - middle, height });
    pen.y += height;
  }
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

function cell(pen: Pen, text: string, lettering: Lettering, box: Box, ground?: string): void {
  const { x, y, width, height } = box;
  if (ground) pen.page.save().rect(x, y, width, height).fillColor(ground).fill().restore();
  pen.page.save().rect(x, y, width, height).lineWidth(0.6).strokeColor('#555555').stroke().restore();
  const inner = width - 2 * inset;
  const spare = (height - pen.heightOf(text, lettering, inner)) / 2;
  pen.put(text, lettering, { x: x + inset, y: y + spare, width: inner });
}

/** Rows to be filled in by hand. */
export function rowsToFill(pen: Pen, rows: Extract<Block, { kind: 'toFill' }>['rows'], lettering: Lettering): void {
  const { left, right } = pen.frame;
  const middle = left + middleOf(pen, lettering);
  for (const [label, height] of rows) {
    const tall = height === 'line' ? 30 : 64;
    pen.room(tall);
    cell(pen, label, lettering, { x: left, y: pen.y, width: middle - left, height: tall }, '#f4f5f6');
    cell(pen, '', lettering, { x: middle, y: pen.y, width: right - middle, height: tall });
    pen.y += tall;
  }
}

/** A table whose rows may stand in several stands side by side, so that a long list keeps to one page. */
export function table(
  pen: Pen,
  { columns, rows, small, stands = 1 }: Extract<Block, { kind: 'table' }>,
  given: Lettering,
): void {
  const lettering: Lettering = small
    ? { ...given, size: stands > 2 ? 7 : 8.5, leading: stands > 2 ? 1.2 : 1.45 }
    : given;
  const gap = 10;
  const width = (pen.width - gap * (stands - 1)) / stands;
  let next = 0;
  while (next < rows.length || next === 0) {
    const head = heightOfLine(lettering) + 4;
    pen.room(head * 3);
    const top = pen.y;
    let lowest = top;
    const share = Math.ceil((rows.length - next) / stands);
    for (let stand = 0; stand < stands; stand += 1) {
      const x = pen.frame.left + stand * (width + gap);
      let y = rowAt(
        pen,
        columns,
        columns.map(({ title }) => title),
        { x, y: top, width },
        { ...lettering, bold: true },
      );
      for (let count = 0; count < share && next < rows.length; count += 1) {
        const row = rows[next] ?? [];
        if (y + heightOfRow(pen, columns, row, width, lettering) > pen.frame.bottom) break;
        y = rowAt(pen, columns, row, { x, y, width }, lettering);
        next += 1;
      }
      lowest = Math.max(lowest, y);
      if (next >= rows.length) break;
    }
    pen.y = lowest;
    if (rows.length === 0) return;
    if (next < rows.length) pen.room(Number.POSITIVE_INFINITY);
  }
}

const widths = (columns: readonly Column[], width: number): number[] => {
  const shares = columns.reduce((total, column) => total + column.share, 0);
  return columns.map((column) => (column.share / shares) * width);
};

const narrow = 3;

function heightOfRow(
  pen: Pen,
  columns: readonly Column[],
  row: readonly string[],
  width: number,
  lettering: Lettering,
): number {
  const each = widths(columns, width).map((one, at) => pen.heightOf(row[at] ?? '', lettering, one - 2 * narrow));
  return Math.max(...each) + 3;
}

function rowAt(
  pen: Pen,
  columns: readonly Column[],
  row: readonly string[],
  { x, y, width }: { x: number; y: number; width: number },
  lettering: Lettering,
): number {
  const height = heightOfRow(pen, columns, row, width, lettering);
  let left = x;
  widths(columns, width).forEach((one, at) => {
    const ground = lettering.bold ? '#f4f5f6' : undefined;
    if (ground) pen.page.save().rect(left, y, one, height).fillColor(ground).fill().restore();
    pen.page.save().rect(left, y, one, height).lineWidth(0.4).strokeColor('#777777').stroke().restore();
    pen.put(
      row[at] ?? '',
      { ...lettering, align: columns[at]?.align ?? 'left' },
      { x: left + narrow, y: y + 1.5, width: one - 2 * narrow },
    );
    left += one;
  });
  return y + height;
}
