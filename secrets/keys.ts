import { readFileSync } from 'node:fs';

/** One AES-256 key under the name that every value sealed with it carries. */
export interface NamedKey {
  id: string;
  key: Buffer;
}

/**
 * The keys of one installation. A lost key is lost data: all of them, old ones too, belong to the backup.
 * Of `payload` and `column` the first encrypts and every one decrypts, so a key is rotated by putting a new one in front.
 */
export interface Keys {
  /** Encrypts what goes to Temporal. */
  payload: NamedKey[];
  /** Encrypts personal columns in PostgreSQL. */
  column: NamedKey[];
  /** Makes personal columns searchable. Cannot be rotated without rewriting every index. */
  blindIndex: Buffer;
  /** Names commands and compares bodies, so that no raw client text reaches Temporal. */
  command: Buffer;
  /** Signs letters: one an agency, and `platform` for the exchange platform itself. */
  letters: ReadonlyMap<string, Buffer>;
}

const keyBytes = 32;
const idPattern = /^[A-Za-z0-9_-]{1,16}$/;

/**
 * Reads the keys from a file (`path`, else KEYS_PATH), or from the environment variable DUE_PROCESS_KEYS, which holds the
 * same JSON: `{payload: [{id, key}], column: [{id, key}], blindIndex, command, letters: {<agency>: key}}`, keys in base64.
 * Throws with the name of the faulty entry, never with its value.
 */
export function loadKeys(path = process.env.KEYS_PATH, environment = process.env.DUE_PROCESS_KEYS): Keys {
  if (path) return parseKeys(readFileSync(path, 'utf8'));
  if (environment) return parseKeys(environment);
  throw new Error('No keys: set KEYS_PATH to the key file or DUE_PROCESS_KEYS to its content.');
}

export function parseKeys(text: string): Keys {
  const file = record(readJson(text), 'key file');
  return {
    payload: ring(file.payload, 'payload'),
    column: ring(file.column, 'column'),
    blindIndex: secret(file.blindIndex, 'blindIndex'),
    command: secret(file.command, 'command'),
    letters: new Map(
      Object.entries(record(file.letters, 'letters')).map(([owner, key]) => [owner, secret(key, `letters.${owner}`)]),
    ),
  };
}

/** JSON.parse quotes the text in its message: here that would print keys. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('The key file is not JSON.');
  }
}

function ring(value: unknown, name: string): NamedKey[] {
  if (!Array.isArray(value) || value.length === 0) throw new Error(`Keys: ${name} must list at least one key.`);
  const keys = value.map((entry, at) => {
    const { id, key } = record(entry, `${name}[${at}]`);
    if (typeof id !== 'string' || !idPattern.test(id)) throw new Error(`Keys: ${name}[${at}].id is invalid.`);
    return { id, key: secret(key, `${name}[${at}].key`) };
  });
  if (new Set(keys.map(({ id }) => id)).size < keys.length) throw new Error(`Keys: ${name} repeats an id.`);
  return keys;
}

function secret(value: unknown, name: string): Buffer {
  const bytes = typeof value === 'string' ? Buffer.from(value, 'base64') : Buffer.alloc(0);
  if (bytes.length !== keyBytes) throw new Error(`Keys: ${name} must be ${keyBytes} bytes in base64.`);
  return bytes;
}

function record(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`Keys: ${name} is missing.`);
  return { ...value };
}
