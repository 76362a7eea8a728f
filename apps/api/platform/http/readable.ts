import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { Problem } from '../errors/problem';
import { inputProblem } from './schema.pipe';

/**
 * NUL, and half of a rare character: no person types them, no table holds them, and a screen shows something else in their place. They come from software
 * that cuts text, and from people who try what breaks. Refused by name before anything reads the request.
 */
const broken = /\0|\p{Surrogate}/u;
const nests = (value: unknown): value is object => value !== null && typeof value === 'object';

function* brokenFields(value: unknown, path: string): Generator<string> {
  if (typeof value === 'string' && broken.test(value)) yield path;
  if (!nests(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    const field = path === '' ? key : `${path}.${key}`;
    if (broken.test(key)) yield path;
    else yield* brokenFields(inner, field);
  }
}

function refuseBroken(value: unknown): Problem | undefined {
  const fields = [...brokenFields(value, '')];
  if (fields.length === 0) return undefined;
  return inputProblem(fields.map((field) => ({ field, code: 'FORMAT', message: '含有无法识别的字符' })));
}

function decodes(path: string): boolean {
  try {
    return !broken.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

/** An address that cannot be read names nothing. */
export function refuseBrokenAddress(request: Request, _response: Response, next: NextFunction): void {
  next(decodes(request.path) ? refuseBroken(request.query) : new Problem('NOT_FOUND'));
}

/** `except`: where other systems are the senders, who would repeat a refused letter for ever; their words are sealed as they came. */
export const refuseBrokenText =
  (except: string): RequestHandler =>
  (request, _response, next) =>
    next(request.path.startsWith(except) ? undefined : refuseBroken(request.body));
