import { UnreadableSheet, type SheetLine, type SheetRow } from './sheet';

/**
 * Text as it was written: UTF-8, or GB 18030, which spreadsheets of this country save by default. The first piece decides; a character that is
 * cut at its end is no fault.
 */
export async function* decoded(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(isUtf8(chunk) ? 'utf-8' : 'gb18030');
    yield decoder.decode(chunk, { stream: true });
  }
  const rest = decoder?.decode();
  if (rest) yield rest;
}

function isUtf8(chunk: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Rows of comma- or tab-separated text (RFC 4180): quoted cells may hold separators and line breaks. */
export async function* csvRows(texts: AsyncIterable<string>): AsyncGenerator<SheetRow> {
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let closing = false;
  let lineNo = 1;
  for await (const text of texts) {
    for (const sign of text) {
      if (quoted && closing && sign !== '"') quoted = closing = false;
      if (quoted) {
        if (sign === '"' && !closing) closing = true;
        else {
          cell += sign;
          closing = false;
          if (cell.length > 10_000) throw new UnreadableSheet(`第 ${lineNo} 行的引号没有配对`);
        }
      } else if (sign === '"' && cell === '') quoted = true;
      else if (sign === ',' || sign === '\t') {
        cells.push(cell);
        cell = '';
      } else if (sign === '\n') {
        yield { lineNo, cells: [...cells, cell] };
        [cells, cell] = [[], ''];
        lineNo++;
      } else if (sign !== '\r' && sign !== '\uFEFF') cell += sign;
    }
  }
  if (cell !== '' || cells.length > 0) yield { lineNo, cells: [...cells, cell] };
}

/** Lines of NDJSON, one `{"name", "idNumber"}` each. */
export async function* jsonLines(texts: AsyncIterable<string>): AsyncGenerator<SheetLine> {
  let rest = '';
  let lineNo = 0;
  for await (const text of texts) {
    const pieces = (rest + text).split('\n');
    rest = pieces.pop() ?? '';
    if (rest.length > 10_000) throw new UnreadableSheet('一行过长');
    for (const piece of pieces) yield* lineOf(piece, ++lineNo);
  }
  yield* lineOf(rest, ++lineNo);
}

function* lineOf(text: string, lineNo: number): Generator<SheetLine> {
  if (text.trim() === '') return;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UnreadableSheet(`第 ${lineNo} 行不是 JSON`);
  }
  if (typeof value !== 'object' || value === null) throw new UnreadableSheet(`第 ${lineNo} 行应为对象`);
  const { name, idNumber } = value as Record<string, unknown>;
  yield { lineNo, name: textOf(name, 60), idNumber: textOf(idNumber, 40) };
}

const textOf = (value: unknown, most: number): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim().slice(0, most) : '';
