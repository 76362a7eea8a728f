import type { Refusal } from '@due-process/contracts';
import { ApplicationFailure } from '@temporalio/common';
import { Problem } from './problem';

/**
 * What other systems throw, as problems. Unreachable, overloaded or too slow means 503 with Retry-After: the same request with the same
 * key is safe to send again. Everything not listed stays unknown and becomes 500.
 */

/** UNAVAILABLE, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED, CANCELLED. */
const grpcBusy = new Set([14, 4, 8, 10, 1]);

const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** Connection lost or refused (08…), shutting down (57P…), out of connections or memory (53…), statement or lock timeout, serialization. */
const postgresBusy = /^(08...|57P0.|57014|53...|55P03|40001|40P01)$/;

/** Messages of pg without a code: pool timeout and a connection that broke. */
const postgresMessages =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Query read timeout/;

const busyNames = new Set([
  'WorkflowUpdateRPCTimeoutOrCancelledError',
  'TransportError',
  'UnexpectedSocketError',
  'CannotConnectAlreadyConnectedError',
]);

interface Chained {
  name?: string;
  code?: unknown;
  message?: string;
  cause?: unknown;
  driverError?: unknown;
  errors?: unknown[];
}

/** What the server answers for a command whose workflow task was lost (a worker died or was too slow): nothing was taken, the same request may come again. */
const lostTask = 'UnprocessedUpdate';

function isBusy(error: Chained): boolean {
  if (typeof error.code === 'number') return grpcBusy.has(error.code);
  if (typeof error.code === 'string' && (networkCodes.has(error.code) || postgresBusy.test(error.code))) return true;
  return busyNames.has(error.name ?? '') || postgresMessages.test(error.message ?? '');
}

function* chain(error: unknown, depth = 0): Generator<Chained> {
  if (error === null || typeof error !== 'object' || depth > 8) return;
  const link = error as Chained;
  yield link;
  yield* chain(link.cause, depth + 1);
  yield* chain(link.driverError, depth + 1);
  for (const inner of link.errors ?? []) yield* chain(inner, depth + 1);
}

function refusalOf(failure: ApplicationFailure): Refusal {
  const detail = failure.details?.[0];
  const known = detail !== null && typeof detail === 'object' && 'code' in detail;
  return known ? (detail as Refusal) : { code: failure.type ?? 'INTERNAL', detail: '' };
}

/** Any thrown value as the problem it stands for; undefined when nobody foresaw it. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  for (const link of chain(error)) {
    if (link instanceof Problem) return link;
    if (link instanceof ApplicationFailure && link.type === lostTask)
      return new Problem('SERVICE_UNAVAILABLE', { cause: error });
    if (link instanceof ApplicationFailure) return Problem.fromRefusal(refusalOf(link));
    if (isBusy(link)) return new Problem('SERVICE_UNAVAILABLE', { cause: error });
  }
  return undefined;
}
