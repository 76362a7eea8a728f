import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { decompress } from 'wawoff2';

/**
 * Characters outside the text font: 花園明朝 (HanaMin) has CJK extensions A to F whole. The package cuts it into small files by range, as
 * its stylesheet says; a document needs one or two of them.
 */
interface RareBlock {
  file: string;
  ranges: (readonly [from: number, to: number])[];
}

const stylesheet = require.resolve('hanamin/HanaMin.min.css');
let known: RareBlock[] | undefined;
const opened = new Map<string, Promise<Buffer>>();

function readBlocks(): RareBlock[] {
  return [...readFileSync(stylesheet, 'utf8').matchAll(/@font-face\{([^}]*)\}/g)].flatMap(([, face = '']) => {
    const file = /url\("?([\w.-]+\.woff2)"?\)/.exec(face)?.[1];
    const ranges = /unicode-range:([^;}]*)/.exec(face)?.[1];
    return file && ranges ? [{ file, ranges: ranges.split(',').map(rangeOf) }] : [];
  });
}

function rangeOf(text: string): readonly [number, number] {
  const [from = 0, to = from] = text
    .trim()
    .slice(2)
    .split('-')
    .map((hex) => Number.parseInt(hex, 16));
  return [from, to];
}

/** File that has the character, or nothing: it lies in no block of the package. */
export function rareBlockOf(codePoint: number): string | undefined {
  known ??= readBlocks();
  return known.find(({ ranges }) => ranges.some(([from, to]) => codePoint >= from && codePoint <= to))?.file;
}

/** The block as TrueType, which can be embedded; opened once. */
export function openRareBlock(file: string): Promise<Buffer> {
  const found = opened.get(file) ?? decompress(readFileSync(join(dirname(stylesheet), file))).then(Buffer.from);
  opened.set(file, found);
  return found;
}
