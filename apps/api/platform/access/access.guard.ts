import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { accessRowsOf, may } from '@due-process/domain';
import { Problem } from '../errors/problem';
import { ACCESS_ACTION, type ActorRequest } from './access.decorator';
import { refuseForeignOrigin } from './same-origin';
import { SessionReader, tokenOf } from './session-reader';

/** The one guard: finds the session, refuses writes from foreign pages, and asks the access table for the route's row. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionReader,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const action = this.reflector.get<string | undefined>(ACCESS_ACTION, context.getHandler());
    const rows = accessRowsOf(action ?? '');
    if (!action || rows.length === 0) throw new Problem('ACCESS_DENIED', { detail: '该地址未登记权限' });

    const token = tokenOf(request);
    if (token) {
      refuseForeignOrigin(request);
      await this.attach(
        request,
        token,
        rows.some((row) => row.roles === 'anyone'),
      );
    }
    const verdict = may(request.signedIn?.actor, action);
    if (verdict !== true) throw Problem.fromRefusal(verdict);
    return true;
  }

  /** A public route answers also while sessions cannot be read. */
  private async attach(request: ActorRequest, token: string, isPublic: boolean): Promise<void> {
    try {
      const signedIn = await this.sessions.read(token);
      if (signedIn) request.signedIn = signedIn;
    } catch (error) {
      if (!isPublic) throw error;
    }
  }
}
