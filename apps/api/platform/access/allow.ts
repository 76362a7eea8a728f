import type { Actor } from '@due-process/contracts';
import { may, type AccessTarget } from '@due-process/domain';
import { Problem } from '../errors/problem';

/** Asks the access table for one target and throws what it refuses with. */
export function allow(actor: Actor | undefined, action: string, target: AccessTarget): void {
  const verdict = may(actor, action, target);
  if (verdict !== true) throw Problem.fromRefusal(verdict);
}
