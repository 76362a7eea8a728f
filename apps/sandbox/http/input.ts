import { z } from 'zod';
import { Problem } from './problem';

z.config(z.locales.zhCN());

const deepest = 20;

/** Reads a JSON body by its schema; one refusal names every wrong field. */
export function read<Schema extends z.ZodType>(schema: Schema, raw: string): z.output<Schema> {
  return checked(schema, parse(raw));
}

export function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.map((issue) => ({
    field: issue.path.join('.'),
    code: issue.code,
    message: `${issue.path.join('.') || '请求体'}：填写有误（${issue.message}）`,
  }));
  throw new Problem('BAD_INPUT', undefined, errors);
}

function parse(raw: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    throw new Problem('JSON_INVALID');
  }
  if (deeperThan(value, deepest)) throw new Problem('JSON_TOO_DEEP');
  return value;
}

function deeperThan(value: unknown, levels: number): boolean {
  if (value === null || typeof value !== 'object') return false;
  return levels === 0 || Object.values(value).some((inner) => deeperThan(inner, levels - 1));
}
