import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Payload, PayloadCodec } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import type { Keys } from './keys';
import { payloadDictionary } from './payload-dictionary';
import { currentKey, keyNamed, openBytes, sealBytes } from './sealing';

/**
 * Everything that goes to Temporal is compressed, then encrypted: payloads are small JSON, and the history of a case is kept for
 * years. The key's id travels with each payload, so older histories open under older keys.
 */
export const encryptedEncoding = 'binary/encrypted';

const text = new TextEncoder();
const name = new TextDecoder();
const encodingBytes = text.encode(encryptedEncoding);

/** A payload may not unfold to more than this: a forged one must not take the process's memory. */
const maxOutputLength = 64 * 1024 * 1024;

export function createPayloadCodec(keys: Pick<Keys, 'payload'>): PayloadCodec {
  return {
    encode: (payloads) => Promise.resolve(payloads.map((payload) => encode(keys, payload))),
    decode: (payloads) => Promise.resolve(payloads.map((payload) => decode(keys, payload))),
  };
}

function encode(keys: Pick<Keys, 'payload'>, payload: Payload): Payload {
  const { id, key } = currentKey(keys.payload);
  const plain = temporal.api.common.v1.Payload.encode(payload).finish();
  const packed = deflateRawSync(plain, { level: 6, dictionary: payloadDictionary });
  return {
    metadata: { encoding: encodingBytes, key: text.encode(id) },
    data: sealBytes(key, packed, encryptedEncoding),
  };
}

/** Payloads that were never encrypted (made by the server itself) pass as they are. */
function decode(keys: Pick<Keys, 'payload'>, payload: Payload): Payload {
  if (name.decode(payload.metadata?.encoding ?? new Uint8Array()) !== encryptedEncoding) return payload;
  const id = name.decode(payload.metadata?.key ?? new Uint8Array());
  const packed = openBytes(keyNamed(keys.payload, id), payload.data ?? new Uint8Array(), encryptedEncoding);
  const plain = inflateRawSync(packed, { dictionary: payloadDictionary, maxOutputLength });
  return temporal.api.common.v1.Payload.decode(plain);
}
