import { SetMetadata, createParamDecorator, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '@due-process/contracts';
import type { Request } from 'express';
import { Problem } from '../errors/problem';

export const ACCESS_ACTION = 'access:action';

/** Names the row of the access table that this route stands under. A route without it is refused to everybody. */
export const Access = (action: string): CustomDecorator => SetMetadata(ACCESS_ACTION, action);

/** The account behind the request, as the session knows it. */
export interface SignedIn {
  actor: Actor;
  username: string;
  displayName: string;
  agencyName: string;
  /** Of an account outside every agency. `region`: the agency it works with; null where any. */
  organisation?: { id: string; name: string; region: string | null; creditCode: string | null };
  sessionId: string;
}

export interface ActorRequest extends Request {
  signedIn?: SignedIn;
}

export function signedInOf(request: ActorRequest): SignedIn {
  if (!request.signedIn) throw new Problem('SESSION_REQUIRED');
  return request.signedIn;
}

/** `@CurrentActor() actor: Actor` — the signed-in account as commands carry it. */
export const CurrentActor = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Actor =>
    signedInOf(context.switchToHttp().getRequest<ActorRequest>()).actor,
);

/** `@CurrentAccount() account: SignedIn` — with the names that a screen shows. */
export const CurrentAccount = createParamDecorator((_data: unknown, context: ExecutionContext): SignedIn =>
  signedInOf(context.switchToHttp().getRequest<ActorRequest>()),
);

/** `@MaybeActor() actor?: Actor` — for routes that the public may use too. */
export const MaybeActor = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Actor | undefined =>
    context.switchToHttp().getRequest<ActorRequest>().signedIn?.actor,
);
