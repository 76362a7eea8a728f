import { Body, Controller, Delete, Get, Header, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { sessionSchema, signInSchema, type SessionBody, type SignIn } from '@due-process/contracts/schemas';
import type { Request, Response } from 'express';
import { Access, CurrentAccount, type ActorRequest, type SignedIn } from '../platform/access/access.decorator';
import { sessionCookie, tokenOf } from '../platform/access/session-reader';
import { Audit } from '../platform/audit/audit';
import { Problem } from '../platform/errors/problem';
import { Accounts } from './accounts';
import { bodyOf, Entrance } from './entrance';
import { FailedAttempts } from './failed-attempts';
import { Sessions } from './sessions';

@ApiTags('session')
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly entrance: Entrance,
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
    return this.entrance.admit(accountId, request, response);
  }

  @Get()
  @Access('session.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '当前登录人' })
  @ApiOkResponse({ standardSchema: sessionSchema })
  read(@CurrentAccount() account: SignedIn): SessionBody {
    return bodyOf(account);
  }

  /** For pages that are open to everybody and ask before they know whether anybody is signed in. */
  @Get('who')
  @Access('session.open')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '当前登录人；未登录时 account 为 null' })
  who(@Req() { signedIn }: ActorRequest): { account: SessionBody['account'] | null } {
    return { account: signedIn ? bodyOf(signedIn).account : null };
  }

  @Delete()
  @HttpCode(204)
  @Access('session.close')
  @ApiOperation({ summary: '退出' })
  async close(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const token = tokenOf(request);
    if (token) await this.sessions.close(token);
    response.clearCookie(sessionCookie, this.entrance.cookie());
  }
}
