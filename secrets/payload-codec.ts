import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Payload, PayloadCodec, SerializationContext } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import type { Keys } from './keys';
import { payloadDictionary } from './payload-dictionary';
import { currentKey, keyNamed, openBytes, sealBytes } from './sealing';

/**
 * Everything that goes to Temporal is compressed, then encrypted: payloads are small JSON, and the history of a case is kept for
 * years. The key's id travels with each payload, so older histories open under older keys.
 */
export const encryptedEncoding = 'binary/encrypted';
/** Encrypted without having been compressed: what a local activity is given never leaves the process, so its size costs nobody anything. */
const wholeEncoding = 'binary/encrypted-whole';
/** What is smaller is compressed all the same: the answer of a local activity stands in the history, and it is small. */
const wholeFrom = 1024;

const text = new TextEncoder();
const name = new TextDecoder();
const encodingBytes = text.encode(encryptedEncoding);
const wholeBytes = text.encode(wholeEncoding);

/** Payloads are of some kilobytes: the usual window of 32 kB costs more to set up than to use, and gives not one byte less. */
const small = { level: 5, windowBits: 13, memLevel: 6 };

/** A payload may not unfold to more than this: a forged one must not take the process's memory. */
const maxOutputLength = 64 * 1024 * 1024;

export function createPayloadCodec(keys: Pick<Keys, 'payload'>): PayloadCodec {
  return {
    encode: (payloads, context) =>
      Promise.resolve(payloads.map((payload) => encode(keys, payload, staysInside(context)))),
    decode: (payloads) => Promise.resolve(payloads.map((payload) => decode(keys, payload))),
  };
}

const staysInside = (context?: SerializationContext): boolean => context?.type === 'activity' && context.isLocal;

function encode(keys: Pick<Keys, 'payload'>, payload: Payload, inside: boolean): Payload {
  const { id, key } = currentKey(keys.payload);
  const plain = temporal.api.common.v1.Payload.encode(payload).finish();
  if (inside && plain.length >= wholeFrom)
    return {
      metadata: { encoding: wholeBytes, key: text.encode(id) },
      data: sealBytes(key, plain, wholeEncoding),
    };
  const packed = deflateRawSync(plain, { ...small, dictionary: payloadDictionary });
  return {
    metadata: { encoding: encodingBytes, key: text.encode(id) },
    data: sealBytes(key, packed, encryptedEncoding),
  };
}

/** Payloads that were never encrypted (made by the server itself) pass as they are. */
function decode(keys: Pick<Keys, 'payload'>, payload: Payload): Payload {
  const encoding = name.decode(payload.metadata?.encoding ?? new Uint8Array());
  if (encoding !== encryptedEncoding && encoding !== wholeEncoding) return payload;
  const id = name.decode(payload.metadata?.key ?? new Uint8Array());
  const opened = openBytes(keyNamed(keys.payload, id), payload.data ?? new Uint8Array(), encoding);
  const plain =
    encoding === wholeEncoding ? opened : inflateRawSync(opened, { dictionary: payloadDictionary, maxOutputLength });
  return temporal.api.common.v1.Payload.decode(plain);
}
