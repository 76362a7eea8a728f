import { required } from './environment';

/** What came back. `body` is parsed where it is JSON, else the text. */
export interface Answer<T = unknown> {
  status: number;
  body: T;
  headers: Headers;
  /** Milliseconds from the request to the whole answer. */
  took: number;
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  errors: { field: string; code: string; message: string }[];
  data?: Record<string, unknown>;
}

export interface Asking {
  body?: unknown;
  /** The body byte for byte, in place of `body`. */
  raw?: string;
  headers?: Record<string, string>;
}

/** One request to any of the processes; never throws on a status. */
export async function ask<T = unknown>(
  base: string,
  method: string,
  path: string,
  { body, raw, headers = {} }: Asking = {},
): Promise<Answer<T>> {
  const started = performance.now();
  const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(base + path, {
    method,
    headers: { ...(text === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(text === undefined ? {} : { body: text }),
    signal: AbortSignal.timeout(30_000),
  });
  const answer = await response.text();
  return {
    status: response.status,
    body: parsed(answer) as T,
    headers: response.headers,
    took: performance.now() - started,
  };
}

export const askApi = <T = unknown>(method: string, path: string, asking?: Asking): Promise<Answer<T>> =>
  ask<T>(required('API_URL'), method, path, asking);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
