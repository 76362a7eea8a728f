import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { Problem } from './problem';

export interface Call {
  method: string;
  /** Path and query as they came: what a request without a body is signed over. */
  target: string;
  path: string;
  params: Record<string, string>;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  raw: string;
}

export interface Reply {
  status: number;
  body?: unknown;
  /** The effect has happened, but the caller never hears of it. */
  lost?: boolean;
}

export type Handler = (call: Call) => Reply | Promise<Reply>;

/** `/exchange/letters/:letterNo`; segments that begin with a colon become params. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  handle: Handler;
}

/** Stands between the router and every handler: where a switched-on fault takes effect. */
export type Around = (call: Call, next: () => Promise<Reply>) => Promise<Reply>;

const largestBody = 256 * 1024;

export function createHttpServer(routes: Route[], around: Around): Server {
  return createServer((request, response) => {
    void answer(request, routes, around).then((reply) => write(response, reply));
  });
}

async function answer(request: IncomingMessage, routes: Route[], around: Around): Promise<Reply> {
  try {
    const target = request.url ?? '/';
    const url = new URL(target, 'http://sandbox');
    const method = request.method ?? 'GET';
    const raw = await bodyOf(request);
    const call: Call = {
      method,
      target,
      path: url.pathname,
      params: {},
      query: url.searchParams,
      headers: request.headers,
      raw,
    };
    const found = match(routes, call);
    if (!found) throw new Problem('NOT_FOUND');
    call.params = found.params;
    return await around(call, async () => found.route.handle(call));
  } catch (error) {
    if (error instanceof Problem) return { status: error.status, body: error };
    console.error('sandbox: a request failed', error instanceof Error ? error.stack : error);
    const problem = new Problem('SANDBOX_BROKEN');
    return { status: problem.status, body: problem };
  }
}

function match(routes: Route[], call: Call): { route: Route; params: Record<string, string> } | undefined {
  const given = call.path.split('/');
  for (const route of routes) {
    const wanted = route.path.split('/');
    if (route.method !== call.method || wanted.length !== given.length) continue;
    const params: Record<string, string> = {};
    const fits = wanted.every((segment, at) => {
      const value = given[at] ?? '';
      if (!segment.startsWith(':')) return segment === value;
      params[segment.slice(1)] = decoded(value);
      return value !== '';
    });
    if (fits) return { route, params };
  }
  return undefined;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new Problem('NOT_FOUND');
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= largestBody) chunks.push(chunk);
  }
  if (size > largestBody) throw new Problem('BODY_TOO_LARGE');
  return Buffer.concat(chunks).toString('utf8');
}

function write(response: ServerResponse, reply: Reply): void {
  if (reply.lost) {
    response.destroy();
    return;
  }
  const type = reply.body instanceof Problem ? 'application/problem+json' : 'application/json';
  response.writeHead(reply.status, { 'content-type': `${type}; charset=utf-8` });
  response.end(reply.body === undefined ? undefined : JSON.stringify(reply.body));
}
