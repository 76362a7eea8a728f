import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout these tools belong to. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * The one folder that holds everything a running system keeps: databases, keys, uploaded files, logs, its lock.
 * A relative STATE_DIR is meant from where the command was typed.
 * @param {string} [fallback] folder name inside the checkout when STATE_DIR is not set
 */
export function stateDirectory(fallback = '.state') {
  return process.env.STATE_DIR ? resolve(process.env.STATE_DIR) : join(root, fallback);
}

/** Servers that are built or downloaded once and shared by all checkouts of one user. */
export function cacheDirectory() {
  return process.env.DUE_PROCESS_CACHE
    ? resolve(process.env.DUE_PROCESS_CACHE)
    : join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'due-process');
}
