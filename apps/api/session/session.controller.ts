import { Body, Controller, Delete, Get, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { sessionSchema, signInSchema, type SessionBody, type SignIn } from '@due-process/contracts/schemas';
import type { CookieOptions, Request, Response } from 'express';
import { Access, CurrentAccount, type SignedIn } from '../platform/access/access.decorator';
import { sessionCookie } from '../platform/access/session-reader';
import { Audit } from '../platform/audit/audit';
import { CONFIG, type Config } from '../platform/config/config';
import { Problem } from '../platform/errors/problem';
import { Accounts } from './accounts';
import { FailedAttempts } from './failed-attempts';
import { sessionHours } from './session-limits';
import { Sessions } from './sessions';

function bodyOf({ actor, username, displayName, agencyName }: SignedIn): SessionBody {
  return { account: { ...actor, username, displayName, agencyName } };
}

@ApiTags('session')
@Controller('api/session')
export class SessionController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly attempts: FailedAttempts,
    private readonly audit: Audit,
  ) {}

  @Post()
  @HttpCode(200)
  @Access('session.open')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '登录' })
  @ApiOkResponse({ standardSchema: sessionSchema })
  async open(
    @Body({ schema: signInSchema }) { username, password }: SignIn,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionBody> {
    const address = request.ip ?? '';
    const wait = this.attempts.waitFor(address, username);
    if (wait > 0) throw new Problem('RATE_LIMITED', { headers: { 'Retry-After': String(wait) } });
    const accountId = await this.accounts.identify(username, password);
    if (!accountId) {
      this.attempts.record(address, username);
      await this.audit.write({ action: 'session.open', outcome: 'refused', address });
      throw new Problem('SESSION_REFUSED');
    }
    const token = await this.sessions.open(accountId);
    const signedIn = await this.sessions.read(token);
    if (!signedIn) throw new Problem('SESSION_REFUSED');
    await this.audit.write({ actor: signedIn.actor, action: 'session.open', outcome: 'done', address });
    response.cookie(sessionCookie, token, { ...this.cookie(), maxAge: sessionHours * 3_600_000 });
    return bodyOf(signedIn);
  }

  @Get()
  @Access('session.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '当前登录人' })
  @ApiOkResponse({ standardSchema: sessionSchema })
  read(@CurrentAccount() account: SignedIn): SessionBody {
    return bodyOf(account);
  }

  @Delete()
  @HttpCode(204)
  @Access('session.close')
  @ApiOperation({ summary: '退出' })
  async close(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const token = (request.cookies as Record<string, string>)[sessionCookie];
    if (token) await this.sessions.close(token);
    response.clearCookie(sessionCookie, this.cookie());
  }

  private cookie(): CookieOptions {
    return { httpOnly: true, sameSite: 'lax', path: '/', secure: this.config.secureCookie };
  }
}
