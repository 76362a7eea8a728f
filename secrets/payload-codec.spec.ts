import { randomBytes } from 'node:crypto';
import type { Payload } from '@temporalio/common';
import { defaultPayloadConverter } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { createPayloadCodec, testKeys } from './index';

const named = (id: string) => ({ id, key: randomBytes(32) });
const payloadOf = (value: unknown): Payload => defaultPayloadConverter.toPayload(value);
const valueOf = (payload: Payload | undefined): unknown => defaultPayloadConverter.fromPayload(payload!);
const bytesOf = (payload: Payload): number => temporal.api.common.v1.Payload.encode(payload).finish().length;

describe('payloads to Temporal', () => {
  const codec = createPayloadCodec(testKeys());

  it('come back as they were, with rare characters', async () => {
    const value = { name: '𠮷野·㙓', nested: [{ a: 1 }, null, ''] };
    const [sealed] = await codec.encode([payloadOf(value)]);
    expect(Buffer.from(sealed!.data!).includes(Buffer.from('name'))).toBe(false);
    expect(valueOf((await codec.decode([sealed!]))[0])).toEqual(value);
  });

  it('carry the id of their key, and open under it after a rotation', async () => {
    const old = named('k1');
    const before = createPayloadCodec({ payload: [old] });
    const after = createPayloadCodec({ payload: [named('k2'), old] });
    const sealed = await before.encode([payloadOf('x')]);
    expect(valueOf((await after.decode(sealed))[0])).toBe('x');
    const [fresh] = await after.encode([payloadOf('y')]);
    expect(Buffer.from(fresh!.metadata!.key!).toString()).toBe('k2');
    await expect(async () => before.decode([fresh!])).rejects.toThrow('No key with the id k2');
  });

  it('do not open when a byte was changed or the key is another of the same name', async () => {
    const [sealed] = await codec.encode([payloadOf('x')]);
    const data = Uint8Array.from(sealed!.data!);
    data[data.length - 20]! ^= 1;
    await expect(async () => codec.decode([{ ...sealed, data }])).rejects.toThrow('authenticate');
    const other = createPayloadCodec({ payload: [{ ...named('t1') }] });
    await expect(async () => other.decode([sealed!])).rejects.toThrow('authenticate');
  });

  it('that were never encrypted pass', async () => {
    const plain = payloadOf('made by the server');
    expect(await codec.decode([plain])).toEqual([plain]);
  });

  it('that never leave the process are encrypted, though not compressed', async () => {
    const inside = { type: 'activity', namespace: 'n', isLocal: true } as const;
    const batch = payloadOf({ name: '王小明'.repeat(500) });
    const [whole] = await codec.encode([batch], inside);
    expect(bytesOf(whole!)).toBeGreaterThan(bytesOf(batch));
    expect(Buffer.from(whole!.data!).includes(Buffer.from('王小明'))).toBe(false);
    expect((await codec.decode([whole!], inside))[0]).toMatchObject({ data: batch.data });
    // What passes for another kind of sealed payload does not open.
    const renamed = { ...whole, metadata: { ...whole!.metadata, encoding: Buffer.from('binary/encrypted') } };
    await expect(async () => codec.decode([renamed])).rejects.toThrow('authenticate');
    const [sent] = await codec.encode([batch], { ...inside, isLocal: false });
    expect(bytesOf(sent!)).toBeLessThan(bytesOf(batch) / 10);
  });

  it('stay small: an answer costs little more sealed than in the clear', async () => {
    const answer = payloadOf({ caseNo: '370600001202601050000015', version: 4, seq: 17 });
    const [sealed] = await codec.encode([answer]);
    expect(bytesOf(sealed!)).toBeLessThan(bytesOf(answer) + 40);
  });
});
