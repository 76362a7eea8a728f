import { markUnreachable, waitToRepeat } from './connection';
import { fateKnown, keyFor } from './keyring';
import { isSignedIn, lock } from './lock';
import { noAnswer, problemOf, type Problem } from './problem';

export type Query = Record<string, string | number | boolean | null | undefined>;

interface Asked {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  query?: Query;
  body?: unknown;
  /** A write that must happen once: sent with an Idempotency-Key, the given one or one of ours. */
  once?: true | string;
  signal?: AbortSignal;
}

/** A request that got no answer, or was told to come back, is repeated this often before the person is asked. */
const repeats = 4;
const pauseMs = (attempt: number): number => Math.min(1000 * 2 ** attempt, 8000);

export function address(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text ? `${path}?${text}` : path;
}

async function send({ method, path, query, body, once, signal }: Asked, act: string): Promise<Response | undefined> {
  try {
    const response = await fetch(address(path, query), {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json',
        ...(body instanceof FormData || body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(once ? { 'Idempotency-Key': once === true ? keyFor(act) : once } : {}),
      },
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
    markUnreachable(false);
    return response;
  } catch (error) {
    if (signal?.aborted) throw error;
    markUnreachable(true);
    return undefined;
  }
}

/** Milliseconds to wait before the same request may be repeated; undefined: the answer is final. */
function repeatAfter(response: Response, problem: Problem, attempt: number): number | undefined {
  const wait = Number(response.headers.get('retry-after')) * 1000;
  if (response.status === 503) return Math.min(wait || pauseMs(attempt), 15_000);
  return problem.code === 'REQUEST_IN_PROGRESS' ? pauseMs(attempt) : undefined;
}

/** @throws Problem — the only error that screens meet; its texts are Chinese and say what happened. */
async function ask<Answer>(asked: Asked): Promise<Answer> {
  const act = `${asked.method} ${asked.path} ${asked.body instanceof FormData ? '' : JSON.stringify(asked.body)}`;
  const safe = asked.method === 'GET' || asked.method === 'PUT' || asked.once !== undefined;
  for (let attempt = 0; ; attempt++) {
    const response = await send(asked, act);
    if (!response) {
      if (!safe || attempt >= repeats) throw noAnswer();
      await waitToRepeat(pauseMs(attempt), asked.signal);
      continue;
    }
    if (response.ok) {
      fateKnown(act);
      return (response.status === 204 ? undefined : await response.json()) as Answer;
    }
    const problem = await problemOf(response);
    if (problem.code === 'SESSION_REQUIRED' && isSignedIn()) {
      await lock('expired');
      continue;
    }
    const wait = repeatAfter(response, problem, attempt);
    if (wait === undefined || !safe || attempt >= repeats) {
      if (wait === undefined) fateKnown(act);
      throw problem;
    }
    await waitToRepeat(wait, asked.signal);
  }
}

/** `read('/api/worklist', { tab })` */
export const read = <Answer>(path: string, query?: Query, signal?: AbortSignal): Promise<Answer> =>
  ask({ method: 'GET', path, ...(query ? { query } : {}), ...(signal ? { signal } : {}) });

/** A write on a case or the like: happens once whatever the line does. `key`: of a write that must be known again after a reload. */
export const writeOnce = <Answer>(path: string, body: unknown = {}, key?: string): Promise<Answer> =>
  ask({ method: 'POST', path, body, once: key ?? true });

/** A write that needs no key (sign-in, marking as read, orders). `FormData` bodies are sent as they are. */
export const write = <Answer>(path: string, body?: unknown): Promise<Answer> => ask({ method: 'POST', path, body });

/** Puts what is given in the place of what stood there; sending it again changes nothing. */
export const replace = <Answer>(path: string, body: unknown, signal?: AbortSignal): Promise<Answer> =>
  ask({ method: 'PUT', path, body, ...(signal ? { signal } : {}) });

export const remove = (path: string): Promise<void> => ask({ method: 'DELETE', path });
