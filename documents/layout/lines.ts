import { advanceOf, printable, type Face, type Typeface } from '../fonts/typeface';

/**
 * Breaking Chinese text into lines. Basis: GB/T 15834—2011 5.1 (标号、点号 do not stand at the beginning of a line, opening marks not at its
 * end). Numbers and Latin words stay whole where they can.
 */
export interface Run {
  /** Absent: no font has it; `text` is one character. */
  face: Face | undefined;
  text: string;
  /** In ems. */
  width: number;
}

export type Line = Run[];

interface Piece {
  text: string;
  runs: Run[];
  width: number;
}

const notFirst = /^[，。、；：？！）》〉」』”’】〕…%％℃,.;:?!)\]]/u;
const notLast = /[（《〈「『“‘【〔([]$/u;
const word = /[\u0021-\u007e]+|./gsu;

export function breakLines(
  text: string,
  typeface: Typeface,
  { width, indent = 0, bold = false }: { width: number; indent?: number; bold?: boolean },
): Line[] {
  return printableLines(text).flatMap((paragraph) => {
    const pieces = [...paragraph.matchAll(word)]
      .map(([piece]) => pieceOf(piece, typeface, bold))
      .flatMap((piece) => (piece.width > width ? letters(piece, typeface, bold) : [piece]));
    return fill(pieces, width, indent);
  });
}

const printableLines = (text: string): string[] => text.split(/\r\n|\r|\n/u).map(printable);

function pieceOf(text: string, typeface: Typeface, bold: boolean): Piece {
  const runs: Run[] = [];
  for (const character of text) {
    const face = typeface.faceFor(character, bold);
    const width = advanceOf(face, character);
    const last = runs.at(-1);
    if (last && face && last.face === face) {
      last.text += character;
      last.width += width;
    } else runs.push({ face, text: character, width });
  }
  return { text, runs, width: sum(runs) };
}

const letters = ({ text }: Piece, typeface: Typeface, bold: boolean): Piece[] =>
  [...text].map((character) => pieceOf(character, typeface, bold));

function fill(pieces: Piece[], width: number, indent: number): Line[] {
  const lines: Piece[][] = [];
  let line: Piece[] = [];
  let room = width - indent;
  for (const piece of pieces) {
    if (line.length === 0 && lines.length > 0 && piece.text === ' ') continue;
    if (piece.width > room + 1e-6 && line.length > 0) {
      const carried = carry(line, piece);
      lines.push(line);
      line = carried;
      room = width - sum(carried);
    }
    line.push(piece);
    room -= piece.width;
  }
  lines.push(line);
  return lines.map((one) => joined(one.flatMap(({ runs }) => runs)));
}

/** What goes down with the piece that no longer fits, so that neither line begins or ends as it must not. */
function carry(line: Piece[], next: Piece): Piece[] {
  const carried: Piece[] = [];
  let first = next.text;
  while (line.length > 1 && (notFirst.test(first) || notLast.test(line.at(-1)?.text ?? ''))) {
    const piece = line.pop();
    if (!piece) break;
    carried.unshift(piece);
    first = piece.text;
  }
  return carried;
}

function joined(runs: Run[]): Line {
  const line: Line = [];
  for (const run of runs) {
    const last = line.at(-1);
    if (last && run.face && last.face === run.face) line[line.length - 1] = merged(last, run);
    else line.push({ ...run });
  }
  return line;
}

const merged = (one: Run, other: Run): Run => ({
  face: one.face,
  text: one.text + other.text,
  width: one.width + other.width,
});

const sum = (parts: { width: number }[]): number => parts.reduce((total, part) => total + part.width, 0);
