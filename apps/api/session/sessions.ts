import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Role } from '@due-process/contracts';
import type { SignedIn } from '../platform/access/access.decorator';
import { SessionReader } from '../platform/access/session-reader';
import { Database } from '../platform/database/database';
import { idleMinutes, sessionHours, touchSeconds } from './session-limits';

interface SessionRow {
  account_id: string;
  username: string;
  display_name: string;
  roles: Role[];
  units: string[];
  agency: string;
  agency_name: string | null;
  organisation: string | null;
  organisation_name: string | null;
  organisation_agency: string | null;
  credit_code: string | null;
  subject: string | null;
  stale: boolean;
}

const readSession = {
  name: 'read_session',
  text: `
  SELECT a.id AS account_id, a.username, a.display_name, a.roles, a.units, a.agency, g.name AS agency_name,
         o.id AS organisation, o.name AS organisation_name, o.agency AS organisation_agency, o.credit_code, o.subject,
         s.last_seen_at < now() - make_interval(secs => $3) AS stale
  FROM session s
  JOIN account a ON a.id = s.account_id AND a.active
  LEFT JOIN agency g ON g.id = a.agency
  LEFT JOIN organisation o ON o.id = a.organisation
  WHERE s.token_hash = $1 AND s.expires_at > now() AND s.last_seen_at > now() - make_interval(mins => $2)`,
};

/** Only the hash of the token is kept: who reads the table cannot take over a session. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

@Injectable()
export class Sessions extends SessionReader {
  constructor(private readonly database: Database) {
    super();
  }

  /** @returns the token for the cookie. */
  async open(accountId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.database.query(
      `INSERT INTO session (token_hash, account_id, created_at, last_seen_at, expires_at)
       VALUES ($1, $2, now(), now(), now() + make_interval(hours => $3))`,
      [hashOf(token), accountId, sessionHours],
    );
    return token;
  }

  /** The account behind the token. An expired session and one left idle are as if they had never been. */
  async read(token: string): Promise<SignedIn | undefined> {
    const tokenHash = hashOf(token);
    const [row] = await this.database.prepared<SessionRow>(readSession, [tokenHash, idleMinutes, touchSeconds]);
    if (!row) return undefined;
    if (row.stale) {
      await this.database.query('UPDATE session SET last_seen_at = now() WHERE token_hash = $1', [tokenHash]);
    }
    return {
      actor: {
        id: row.account_id,
        roles: row.roles,
        units: [...row.units, ...[row.organisation, row.subject].filter((unit) => unit !== null)],
        agency: row.agency,
      },
      username: row.username,
      displayName: row.display_name,
      agencyName: row.agency_name ?? '',
      ...(row.organisation
        ? {
            organisation: {
              id: row.organisation,
              name: row.organisation_name ?? row.organisation,
              region: row.organisation_agency,
              creditCode: row.credit_code,
            },
          }
        : {}),
      sessionId: tokenHash.slice(0, 16),
    };
  }

  async close(token: string): Promise<void> {
    await this.database.query('DELETE FROM session WHERE token_hash = $1', [hashOf(token)]);
  }
}
