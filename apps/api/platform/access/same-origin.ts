import type { Request } from 'express';
import { Problem } from '../errors/problem';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A browser says where a write comes from. With the cookie of a session only our own pages may write; a program sends no Origin and
 * has no cookie of somebody else's to abuse.
 */
export function refuseForeignOrigin(request: Request): void {
  if (reading.has(request.method)) return;
  const origin = request.headers.origin;
  const site = request.headers['sec-fetch-site'];
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (foreignSite || (origin !== undefined && hostOf(origin) !== request.headers.host)) {
    throw new Problem('ACCESS_DENIED', { detail: '请求来自其他网站，已拒绝' });
  }
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
