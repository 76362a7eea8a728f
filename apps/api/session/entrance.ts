import { Inject, Injectable } from '@nestjs/common';
import type { SessionBody } from '@due-process/contracts/schemas';
import type { CookieOptions, Request, Response } from 'express';
import type { SignedIn } from '../platform/access/access.decorator';
import { sessionCookie } from '../platform/access/session-reader';
import { Audit } from '../platform/audit/audit';
import { CONFIG, type Config } from '../platform/config/config';
import { Problem } from '../platform/errors/problem';
import { sessionHours } from './session-limits';
import { Sessions } from './sessions';

/** An organisation's own blind index is nobody's business, not even its own. */
export function bodyOf({ actor, username, displayName, agencyName, organisation }: SignedIn): SessionBody {
  const units = organisation ? [organisation.id] : actor.units;
  return {
    account: { ...actor, units, username, displayName, agencyName, ...(organisation ? { organisation } : {}) },
  };
}

/** Opens the session of an account that has proved itself: cookie, audit line, and who it is. */
@Injectable()
export class Entrance {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
  ) {}

  /** @throws Problem `SESSION_REFUSED` for an account that is closed. */
  async admit(accountId: string, request: Request, response: Response): Promise<SessionBody> {
    const token = await this.sessions.open(accountId);
    const signedIn = await this.sessions.read(token);
    if (!signedIn) throw new Problem('SESSION_REFUSED');
    await this.audit.write({
      actor: signedIn.actor,
      action: 'session.open',
      outcome: 'done',
      address: request.ip ?? '',
    });
    response.cookie(sessionCookie, token, { ...this.cookie(), maxAge: sessionHours * 3_600_000 });
    return bodyOf(signedIn);
  }

  cookie(): CookieOptions {
    return { httpOnly: true, sameSite: 'lax', path: '/', secure: this.config.secureCookie };
  }
}
