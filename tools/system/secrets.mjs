import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeJson } from './files.mjs';

/** Letters and digits only: safe in a connection address, a YAML file and on a keyboard. */
const word = (bytes) => randomBytes(bytes).toString('hex');
const key = () => randomBytes(32).toString('base64');

/** A secret made once and kept in the state folder, readable by its owner only. */
export function keptSecret(stateDir, name, make = () => word(24)) {
  const file = join(stateDir, 'secrets.json');
  const kept = readJson(file) ?? {};
  if (!kept[name]) writeJson(file, { ...kept, [name]: (kept[name] = make()) });
  return kept[name];
}

/** What the demo accounts sign in with, unless DEMO_PASSWORD says. */
export const demoPassword = (stateDir) =>
  process.env.DEMO_PASSWORD ?? keptSecret(stateDir, 'demoPassword', () => randomBytes(9).toString('base64url'));

/**
 * The keys of one installation. `payload` encrypts what goes to Temporal, `column` the identity numbers in PostgreSQL (each a list:
 * the first encrypts, all decrypt), `blindIndex` makes them searchable, `command` names commands, `letters` signs for each
 * agency and the national platform, `admin` opens the sandbox's fault switches. Lost keys are lost data: part of the backup.
 * @returns {string} the file's path
 */
export function ensureKeys(stateDir) {
  const file = join(stateDir, 'keys.json');
  mkdirSync(stateDir, { recursive: true });
  if (!existsSync(file)) {
    writeJson(file, {
      payload: [{ id: 'k1', key: key() }],
      column: [{ id: 'k1', key: key() }],
      blindIndex: key(),
      command: key(),
      letters: { 370600: key(), 370200: key(), platform: key() },
      admin: key(),
    });
  }
  return file;
}
