import type { Block, Sheet } from '../sheet';
import { drawCode } from './code';
import { heightOfLine, type Lettering, type Pen } from './pen';
import { factTable, rowsToFill, table } from './tables';

/** How large the words are on each paper. */
export interface Measure {
  text: Lettering;
  table: Lettering;
  note: Lettering;
  title: Lettering;
  head: Lettering;
  gap: number;
  codeSide: number;
}

export const measures: Record<Sheet['paper'], Measure> = {
  A4: {
    text: { size: 12.5, leading: 1.7 },
    table: { size: 11, leading: 1.5 },
    note: { size: 9, leading: 1.5, color: '#333333' },
    title: { size: 22, leading: 1.6, bold: true, align: 'center' },
    head: { size: 14, leading: 1.6, align: 'center' },
    gap: 9,
    codeSide: 92,
  },
  A5: {
    text: { size: 9.5, leading: 1.55 },
    table: { size: 9, leading: 1.4 },
    note: { size: 7.5, leading: 1.45, color: '#333333' },
    title: { size: 17, leading: 1.5, bold: true, align: 'center' },
    head: { size: 10.5, leading: 1.5, align: 'center' },
    gap: 6,
    codeSide: 84,
  },
};

export function drawBlock(pen: Pen, block: Block, measure: Measure): void {
  const { text, gap } = measure;
  switch (block.kind) {
    case 'paragraph':
      pen.write(block.text, { ...text, indent: block.flush ? 0 : 2, bold: block.strong ?? false });
      return;
    case 'heading':
      pen.y += gap / 2;
      pen.room(heightOfLine(text) * 2);
      pen.write(block.text, { ...text, bold: true });
      return;
    case 'list':
      block.items.forEach((item, at) =>
        pen.write(`${at + 1}．${item}${at + 1 < block.items.length ? '；' : '。'}`, { ...text, indent: 2 }),
      );
      return;
    case 'facts':
      return spaced(pen, gap, () => factTable(pen, block.rows, measure.table));
    case 'table':
      return spaced(pen, gap, () => table(pen, block, measure.table));
    case 'toFill':
      return spaced(pen, gap, () => rowsToFill(pen, block.rows, measure.table));
    case 'code':
      return code(pen, block, measure);
  }
}

function spaced(pen: Pen, gap: number, draw: () => void): void {
  pen.y += gap;
  draw();
  pen.y += gap;
}

/** The code at the left, what it is for beside it. */
function code(
  pen: Pen,
  { text, caption }: Extract<Block, { kind: 'code' }>,
  { codeSide, table: lettering, gap }: Measure,
): void {
  pen.room(codeSide + 2 * gap);
  const top = pen.y + 2 * gap;
  const left = pen.frame.left + 4;
  drawCode(pen, text, codeSide, left, top);
  const x = left + codeSide + 12;
  let y = top;
  for (const words of caption) {
    pen.put(words, lettering, { x, y, width: pen.frame.right - x });
    y += pen.heightOf(words, lettering, pen.frame.right - x);
  }
  pen.y = Math.max(top + codeSide, y) + gap;
}
