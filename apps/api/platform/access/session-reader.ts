import type { Request } from 'express';
import type { SignedIn } from './access.decorator';

/** Finds the account behind a session cookie; the session resource provides it. */
export abstract class SessionReader {
  abstract read(token: string): Promise<SignedIn | undefined>;
}

export const sessionCookie = 'due_process_session';

/** The token that came with the request. What the cookie parser took for JSON is none. */
export function tokenOf(request: Request): string | undefined {
  const token: unknown = (request.cookies as Record<string, unknown> | undefined)?.[sessionCookie];
  return typeof token === 'string' && token !== '' ? token : undefined;
}
