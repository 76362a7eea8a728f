import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { Parse } from 'unzipper';

/** Small enough that what one piece can unpack to, a thousand times its size, is soon seen. */
const step = 8 * 1024;

/**
 * Whether a zip is whole and unpacks to at most `most` bytes: a few kilobytes can unpack to gigabytes, and a reader that keeps a table of texts would
 * hold them all. Nothing of it is kept here.
 */
export async function unpacksWithin(most: number, packed: Buffer): Promise<'yes' | 'tooMuch' | 'torn'> {
  const scale = Parse();
  const seen = { bytes: 0, torn: false };
  scale.on('entry', (entry: Readable) => entry.on('data', (chunk: Buffer) => (seen.bytes += chunk.length)));
  scale.on('error', () => (seen.torn = true));
  const goesOn = () => seen.bytes <= most && !seen.torn;
  const closed = once(scale, 'close').catch(() => undefined);
  for (let at = 0; at < packed.length && goesOn(); at += step) {
    if (!scale.write(packed.subarray(at, at + step))) await Promise.race([once(scale, 'drain'), closed]);
    await new Promise((next) => setImmediate(next));
  }
  if (goesOn()) {
    scale.end();
    await closed;
  }
  scale.destroy();
  return seen.torn ? 'torn' : seen.bytes > most ? 'tooMuch' : 'yes';
}
