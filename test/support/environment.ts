import { readFileSync } from 'node:fs';
import { loadKeys, type Keys } from '@due-process/secrets';

/** What `npm test` gives the group of whole acts: the addresses of the running system and the means to break it. */
export const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run \`npm test -- acts\`.`);
  return value;
};

let keys: Keys | undefined;
export const testKeys = (): Keys => (keys ??= loadKeys(required('KEYS_PATH')));

/** Key of the sandbox's admin endpoints, as it stands in the key file. */
export const adminKey = (): string =>
  (JSON.parse(readFileSync(required('KEYS_PATH'), 'utf8')) as { admin: string }).admin;
