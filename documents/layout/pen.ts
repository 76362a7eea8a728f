import type PDFKit from 'pdfkit';
import { codeWords, type Typeface } from '../fonts/typeface';
import { breakLines, type Line } from './lines';

export interface Lettering {
  size: number;
  bold?: boolean;
  align?: 'left' | 'center' | 'right';
  /** Ems by which the first line goes in. */
  indent?: number;
  /** Distance of lines as a multiple of the size. */
  leading?: number;
  color?: string;
}

export interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const ink = '#111111';

/** Writes on the pages of a document from the top down and turns the page where there is no room. Lengths in points. */
export class Pen {
  y: number;

  constructor(
    readonly page: typeof PDFKit.prototype,
    readonly typeface: Typeface,
    readonly frame: Frame,
  ) {
    this.y = frame.top;
  }

  get width(): number {
    return this.frame.right - this.frame.left;
  }

  /** Turns the page unless so much room is left. */
  room(height: number): void {
    if (this.y + height <= this.frame.bottom) return;
    this.page.addPage();
    this.y = this.frame.top;
  }

  lines(text: string, lettering: Lettering, width = this.width): Line[] {
    const { size, indent = 0, bold = false } = lettering;
    return breakLines(text, this.typeface, { width: width / size, indent, bold });
  }

  heightOf(text: string, lettering: Lettering, width = this.width): number {
    return this.lines(text, lettering, width).length * heightOfLine(lettering);
  }

  /** A text that flows on from page to page. */
  write(text: string, lettering: Lettering): void {
    const { size, indent = 0 } = lettering;
    this.lines(text, lettering).forEach((line, at) => {
      this.room(heightOfLine(lettering));
      this.line(line, lettering, { x: this.frame.left + (at === 0 ? indent * size : 0), y: this.y, width: this.width });
      this.y += heightOfLine(lettering);
    });
  }

  /** A text at a place, as it is; nothing moves. */
  put(text: string, lettering: Lettering, place: { x: number; y: number; width: number }): void {
    this.lines(text, lettering, place.width).forEach((line, at) =>
      this.line(line, lettering, { ...place, y: place.y + at * heightOfLine(lettering) }),
    );
  }

  rule(x1: number, y1: number, x2: number, y2: number, weight = 0.6, color = '#444444'): void {
    this.page.save().moveTo(x1, y1).lineTo(x2, y2).lineWidth(weight).strokeColor(color).stroke().restore();
  }

  private line(line: Line, lettering: Lettering, place: { x: number; y: number; width: number }): void {
    const { size, align = 'left', color = ink } = lettering;
    const length = line.reduce((total, run) => total + run.width, 0) * size;
    const spare = align === 'left' ? 0 : (place.width - length) / (align === 'center' ? 2 : 1);
    const baseline = place.y + (heightOfLine(lettering) - size) / 2 + size * 0.88;
    let x = place.x + spare;
    for (const run of line) {
      if (run.face) {
        this.page.font(run.face.name).fontSize(size).fillColor(color);
        this.page.text(run.text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
      } else this.shapeless(run.text, size, x, baseline);
      x += run.width * size;
    }
  }

  /** A box with the code of a character that no font can draw: four digits in two lines, or six. */
  private shapeless(character: string, size: number, x: number, baseline: number): void {
    const code = codeWords(character).slice(2).padStart(6, '0');
    const top = baseline - size * 0.86;
    const small = size * 0.38;
    this.page
      .save()
      .rect(x + size * 0.05, top, size * 0.9, size * 0.98)
      .lineWidth(0.5)
      .strokeColor(ink)
      .stroke()
      .restore();
    this.page.font(this.typeface.regular.name).fontSize(small).fillColor(ink);
    for (const [at, part] of [code.slice(0, 3), code.slice(3)].entries())
      this.page.text(part, x + size * 0.15, top + size * (0.42 + 0.45 * at), {
        lineBreak: false,
        baseline: 'alphabetic',
      });
  }
}

export const heightOfLine = ({ size, leading = 1.5 }: Lettering): number => size * leading;
