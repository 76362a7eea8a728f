import { Problem } from '../http/problem';
import type { Reply } from '../http/server';
import { digestOf } from '../keys';
import type { KeyedSystem } from './events';
import type { World } from './world';

/**
 * One effect for one key: 201 the first time, 200 with the same answer afterwards, 409 when another request comes
 * under a used key.
 */
export function once(
  world: World,
  system: KeyedSystem,
  request: Record<string, unknown> & { key: string },
  effect: () => Record<string, unknown>,
): Reply {
  const digest = digestOf(request);
  const earlier = world.effect(system, request.key);
  if (earlier && earlier.digest !== digest) throw new Problem('KEY_REUSED');
  if (earlier) return { status: 200, body: earlier.answer };
  const answer = effect();
  world.record({
    kind: 'effectDone',
    effect: { system, key: request.key, digest, request, answer, at: new Date().toISOString() },
  });
  return { status: 201, body: answer };
}
