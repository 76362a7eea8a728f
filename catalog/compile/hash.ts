import { createHash } from 'node:crypto';
import type { ItemRules } from '@due-process/contracts';
import { canonicalJson } from '@due-process/domain';

/** Names one text of the rules: the same rules give the same hash, whatever the order of their fields. */
export const rulesHash = (rules: ItemRules): string => createHash('sha256').update(canonicalJson(rules)).digest('hex');
