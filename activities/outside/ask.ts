import { ApplicationFailure } from '@temporalio/common';
import { safeCode } from './safe-text';

export interface Question {
  /** Named in failures and alarms: exchange, core, fund, sms. */
  system: string;
  method: 'GET' | 'POST';
  url: string;
  headers?: Record<string, string>;
  /** Exactly what was signed, when it is signed. */
  body?: string;
  timeoutMs: number;
}

export interface Answer {
  status: number;
  /** Parsed JSON; undefined only for a reply without a body. */
  body: unknown;
}

/**
 * Asks an outside system once. Whatever leaves its answer unknown (no connection, no reply in time, 5xx, 408, 425, 429, a reply
 * that is not JSON) is thrown as retryable with a code: the effect may have happened, and its key makes asking again harmless. A
 * refusal of ourselves (401, 403) is retried too: it is cured by an operator, never by the case. No message quotes request or reply.
 */
export async function ask(question: Question): Promise<Answer> {
  const { system, method, url, headers, body, timeoutMs } = question;
  let status: number;
  let text: string;
  let retryAfter: string | null;
  try {
    const response = await fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    status = response.status;
    retryAfter = response.headers.get('retry-after');
    text = await response.text();
  } catch (error) {
    throw unanswered(system, error);
  }
  if (status === 401 || status === 403)
    throw failure('OUTSIDE_REFUSED_US', system, `${status} ${safeCode(codeIn(text))}`);
  if (status >= 500 || [408, 425, 429].includes(status))
    throw failure('OUTSIDE_FAILED', system, String(status), retryAfter);
  return { status, body: parse(system, text) };
}

export function unreadable(system: string, what: string): ApplicationFailure {
  return failure('OUTSIDE_REPLY_UNREADABLE', system, what);
}

function unanswered(system: string, error: unknown): ApplicationFailure {
  const { name, cause } = Object(error) as { name?: unknown; cause?: { code?: unknown } };
  if (name === 'TimeoutError' || name === 'AbortError') return failure('OUTSIDE_TIMEOUT', system, 'no reply in time');
  return failure('OUTSIDE_UNREACHABLE', system, safeCode(cause?.code));
}

function failure(code: string, system: string, detail: string, retryAfter: string | null = null): ApplicationFailure {
  const seconds = Number(retryAfter);
  return ApplicationFailure.create({
    type: code,
    message: `${system}: ${detail}`,
    nonRetryable: false,
    ...(retryAfter && seconds > 0 && { nextRetryDelay: Math.min(seconds, 600) * 1000 }),
  });
}

function parse(system: string, text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable(system, 'not JSON');
  }
}

function codeIn(text: string): unknown {
  try {
    return (JSON.parse(text) as { code?: unknown } | null)?.code;
  } catch {
    return undefined;
  }
}
