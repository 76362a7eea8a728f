import type { SignedIn } from './access.decorator';

/** Finds the account behind a session cookie; the session resource provides it. */
export abstract class SessionReader {
  abstract read(token: string): Promise<SignedIn | undefined>;
}

export const sessionCookie = 'due_process_session';
