import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';

/** One thing wrong with one place of the catalogue. */
export interface CatalogFinding {
  file: string;
  at: string;
  problem: string;
}

/** A file that cannot be used at all: not YAML, or not of its schema. */
export class CatalogFileError extends Error {
  constructor(readonly findings: CatalogFinding[]) {
    super(findings.map(({ file, at, problem }) => `${file}: ${at}: ${problem}`).join('\n'));
    this.name = 'CatalogFileError';
  }
}

const place = (path: PropertyKey[]): string => path.map(String).join('.') || '(whole file)';

export function readYaml(file: string, root: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CatalogFileError([{ file: relative(root, file), at: '(whole file)', problem: (error as Error).message }]);
  }
}

export function parseAs<T>(schema: z.ZodType<T>, value: unknown, file: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new CatalogFileError(
    result.error.issues.map(({ path, message }) => ({ file, at: place(path), problem: message })),
  );
}

export function readAs<T>(schema: z.ZodType<T>, file: string, root: string): T {
  return parseAs(schema, readYaml(file, root), relative(root, file));
}
