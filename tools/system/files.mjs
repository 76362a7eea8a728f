import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** @returns {any} the parsed file, or undefined when there is none or it was cut short */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whole or not at all: written beside its place, then renamed into it. Readable by the owner only. */
export function writeWhole(file, text, mode = 0o600) {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, text, { mode });
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

export const writeJson = (file, value) => writeWhole(file, `${JSON.stringify(value, null, 2)}\n`);
