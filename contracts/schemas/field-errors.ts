import type { z } from 'zod';

/** What can be wrong with one field; `message` in the problem says it in Chinese. Never renamed: clients switch on them. */
export const fieldCodes = [
  'REQUIRED',
  'WRONG_TYPE',
  'FORMAT',
  'TOO_SHORT',
  'TOO_LONG',
  'TOO_SMALL',
  'TOO_LARGE',
  'NOT_OFFERED',
  'UNKNOWN_FIELD',
  'NOT_VALID',
] as const;
export type FieldCode = (typeof fieldCodes)[number];

export interface FieldError {
  /** Dotted path into the input, `pauses.0.from`; empty for the input as a whole. */
  field: string;
  code: FieldCode | (string & {});
  message: string;
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

function valueAt(input: unknown, path: Path): unknown {
  let value = input;
  for (const key of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';

function codeOf(issue: Issue, value: unknown): FieldCode {
  if (isBlank(value) && issue.code !== 'custom') return 'REQUIRED';
  switch (issue.code) {
    case 'invalid_type':
      return 'WRONG_TYPE';
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? 'TOO_SHORT' : 'TOO_SMALL';
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' ? 'TOO_LONG' : 'TOO_LARGE';
    case 'invalid_format':
      return 'FORMAT';
    case 'invalid_value':
      return 'NOT_OFFERED';
    default:
      return 'NOT_VALID';
  }
}

/** Every bad field of an input at once, from the issues of its schema. Unknown fields are named one by one. */
export function fieldErrors(issues: readonly Issue[], input: unknown, prefix: Path = []): FieldError[] {
  return issues.flatMap((issue): FieldError[] => {
    const path = [...prefix, ...issue.path];
    const field = path.map(String).join('.');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        field: [...path, key].map(String).join('.'),
        code: 'UNKNOWN_FIELD',
        message: '没有这一项',
      }));
    }
    const code = codeOf(issue, valueAt(input, issue.path));
    return [{ field, code, message: code === 'REQUIRED' ? '必填' : issue.message }];
  });
}
