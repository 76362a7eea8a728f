import { create } from 'qrcode';
import type { Pen } from './pen';

/** QR code as filled squares, without a picture: error correction M, quiet zone kept by what stands around it. */
export function drawCode(pen: Pen, text: string, side: number, x: number, y: number): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const cell = side / modules.size;
  pen.page.save().fillColor('#000000');
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) pen.page.rect(x + column * cell, y + row * cell, cell, cell);
  }
  pen.page.fill().restore();
}
