import { deflateRawSync } from 'node:zlib';
import type { ItemRules } from '@due-process/contracts';

/** Bytes of the rules as JSON, as the workflow holds them. */
export const rulesSize = (rules: ItemRules): number => Buffer.byteLength(JSON.stringify(rules), 'utf8');

/** About what they add to the start input in a case's history: payloads are compressed before they are encrypted. */
export const packedSize = (rules: ItemRules): number => deflateRawSync(JSON.stringify(rules), { level: 9 }).length;
