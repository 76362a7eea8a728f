import type { DataConverter } from '@temporalio/common';
import type { Keys } from './keys';
import { createPayloadCodec } from './payload-codec';

/** What every client and worker takes as `dataConverter`. */
export function createDataConverter(keys: Pick<Keys, 'payload'>): DataConverter {
  return { payloadCodecs: [createPayloadCodec(keys)], failureConverterPath };
}

/** Also wanted by the bundler of the workflows. */
export const failureConverterPath = require.resolve('./failure-converter');
