import { Readable, type Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createFileCipher, testKeys } from './index';

const cipher = createFileCipher(testKeys());
const through = (bytes: Uint8Array, transform: Transform, chunk = 7): Promise<Buffer> => {
  const pieces = Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, i) =>
    bytes.subarray(i * chunk, (i + 1) * chunk),
  );
  return buffer(Readable.from(pieces).pipe(transform));
};

describe('files on disk', () => {
  const plain = Buffer.from('%PDF-1.7 买买提·艾山 '.repeat(50));

  it('open to what was sealed, in whatever pieces they are read', async () => {
    const sealed = await through(plain, cipher.sealing());
    for (const chunk of [1, 16, 4096]) expect(await through(sealed, cipher.opening(), chunk)).toEqual(plain);
  });

  it('hold nothing readable and never look the same twice', async () => {
    const [one, two] = [await through(plain, cipher.sealing()), await through(plain, cipher.sealing())];
    expect(one.includes('%PDF')).toBe(false);
    expect(one.equals(two)).toBe(false);
  });

  it('do not open when a byte was changed, the end is missing or the key is another', async () => {
    const sealed = await through(plain, cipher.sealing());
    const changed = Buffer.from(sealed);
    changed[40] = (changed[40] ?? 0) ^ 1;
    const whole = (bytes: Buffer, keys = cipher) =>
      new Promise((resolve) => keys.opening().on('error', resolve).on('end', resolve).resume().end(bytes));
    expect(await whole(changed)).toHaveProperty('message');
    expect(await whole(sealed.subarray(0, -1))).toHaveProperty('message');
    expect(await whole(sealed.subarray(0, 5))).toHaveProperty('message');
    const { column, ...rest } = testKeys();
    const others = { ...rest, column: column.map(({ id }) => ({ id, key: Buffer.alloc(32, 9) })) };
    expect(await whole(sealed, createFileCipher(others))).toHaveProperty('message');
  });
});
