import type { IncomingMessage } from 'node:http';
import type { ErrorCode } from '@due-process/contracts';
import { json, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { Problem } from '../errors/problem';
import { refuseBrokenAddress, refuseBrokenText } from './readable';

/** Signed requests are verified over the bytes that came, not over what parsing made of them. */
export interface RawRequest extends Request {
  rawBody?: Buffer;
}

export const bodyLimit = '1mb';
export const maxDepth = 32;

/** The places that take files; they read them themselves. */
const filePaths: ReadonlySet<string> = new Set(['/api/uploads', '/api/rosters']);

/** Where signatures are checked and the raw bytes are kept. */
const signedPath = '/api/exchange';

const nests = (item: unknown): item is object => item !== null && typeof item === 'object';

export function isDeeperThan(limit: number, value: unknown): boolean {
  let level = [value].filter(nests);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth >= limit) return true;
    level = level.flatMap((item) => Object.values(item).filter(nests));
  }
  return false;
}

const parseJson = json({
  limit: bodyLimit,
  verify: (request: IncomingMessage & { rawBody?: Buffer; originalUrl?: string }, _response, bytes) => {
    if (request.originalUrl?.startsWith(signedPath)) request.rawBody = bytes;
  },
});

/** Why a body could not be read, as the parser names it. */
const parserFaults: Record<string, ErrorCode> = {
  'entity.too.large': 'INPUT_TOO_LARGE',
  'entity.parse.failed': 'INPUT_NOT_JSON',
  'encoding.unsupported': 'INPUT_NOT_JSON',
  'charset.unsupported': 'INPUT_NOT_JSON',
  'request.aborted': 'INPUT_NOT_JSON',
  'request.size.invalid': 'INPUT_NOT_JSON',
};

function readJson(request: Request, response: Response, next: NextFunction): void {
  parseJson(request, response, (error?: unknown) => {
    const code = parserFaults[(error as { type?: string } | undefined)?.type ?? ''];
    next(code ? new Problem(code) : error);
  });
}

const hasBody = (request: Request): boolean =>
  request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;

function refuseOtherTypes(request: Request, _response: Response, next: NextFunction): void {
  const taken = filePaths.has(request.path) ? 'multipart/form-data' : 'application/json';
  next(hasBody(request) && !request.is(taken) ? new Problem('INPUT_NOT_JSON') : undefined);
}

function refuseDeepBodies(request: Request, _response: Response, next: NextFunction): void {
  next(isDeeperThan(maxDepth, request.body) ? new Problem('INPUT_TOO_DEEP') : undefined);
}

/** JSON and nothing else: a form of a foreign page cannot send it without asking first. */
export const bodyParsers: RequestHandler[] = [
  refuseBrokenAddress,
  refuseOtherTypes,
  readJson,
  refuseDeepBodies,
  refuseBrokenText(signedPath),
];
