/**
 * The files of a workbook in the order in which they can be read in one go: the reader puts a sheet that comes before the table of shared texts aside in a
 * temporary file, in the clear, and names and identity numbers may lie in none. The packed bytes stay as they are; only whole files change places.
 */
const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localFile = 0x04034b50;

const relations = 'xl/_rels/workbook.xml.rels';
const sharedTexts = 'xl/sharedStrings.xml';
const first = [relations, 'xl/workbook.xml', sharedTexts];

/** Pieces of the same zip, what a sheet refers to before the sheets; undefined where it is no whole workbook. */
export function sheetsLast(packed: Buffer): Buffer[] | undefined {
  const directory = directoryOf(packed);
  const starts = directory && startsOf(packed, directory);
  if (!starts) return undefined;
  const files = starts.map((start, at) => ({
    path: pathAt(packed, start),
    bytes: packed.subarray(start, starts[at + 1] ?? directory.from),
  }));
  if (!files.some(({ path }) => path === relations)) return undefined;
  const rank = ({ path }: { path: string }): number => (first.includes(path) ? first.indexOf(path) : first.length);
  const sorted = files.toSorted((one, other) => rank(one) - rank(other)).map(({ bytes }) => bytes);
  const complete = files.some(({ path }) => path === sharedTexts) ? sorted : [noTexts(), ...sorted];
  return [...complete, packed.subarray(directory.from)];
}

interface Directory {
  from: number;
  count: number;
}

function directoryOf(packed: Buffer): Directory | undefined {
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(endOfDirectory);
  const at = packed.lastIndexOf(mark);
  if (at < 0 || at + 22 > packed.length) return undefined;
  const from = packed.readUInt32LE(at + 16);
  return from <= at ? { from, count: packed.readUInt16LE(at + 10) } : undefined;
}

/** Where each file begins, in the order in which they lie. */
function startsOf(packed: Buffer, { from, count }: Directory): number[] | undefined {
  const starts: number[] = [];
  for (let at = from, left = count; left > 0; left--) {
    if (at + 46 > packed.length || packed.readUInt32LE(at) !== directoryEntry) return undefined;
    const start = packed.readUInt32LE(at + 42);
    if (start + 30 > from || packed.readUInt32LE(start) !== localFile) return undefined;
    starts.push(start);
    at += 46 + packed.readUInt16LE(at + 28) + packed.readUInt16LE(at + 30) + packed.readUInt16LE(at + 32);
  }
  return starts.sort((one, other) => one - other);
}

const pathAt = (packed: Buffer, start: number): string =>
  packed.subarray(start + 30, start + 30 + packed.readUInt16LE(start + 26)).toString('utf8');

/** A workbook that writes every text in its cell has no such table; an empty one stands for it. */
function noTexts(): Buffer {
  const name = Buffer.from(sharedTexts);
  const content = Buffer.from('<?xml version="1.0"?><sst/>');
  const header = Buffer.alloc(30);
  header.writeUInt32LE(localFile);
  header.writeUInt16LE(20, 4);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name, content]);
}
