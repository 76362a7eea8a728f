import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
  method: string;
  target: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** How an outside system answers: a status with a text, a connection cut, or silence. */
export type StubReply =
  { status: number; body?: unknown; raw?: string; headers?: Record<string, string> } | 'cut' | 'truncated' | 'silent';

export interface StubSystem {
  base: string;
  seen: SeenRequest[];
  /** The next request gets this reply; the last one given stays. */
  reply(...replies: StubReply[]): void;
  close(): Promise<void>;
}

/** A real HTTP server that says what a test tells it to say. */
export async function stubSystem(): Promise<StubSystem> {
  const seen: SeenRequest[] = [];
  let replies: StubReply[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => (body += part));
    request.on('end', () => {
      seen.push({ method: request.method ?? '', target: request.url ?? '', headers: request.headers, body });
      const reply = replies.length > 1 ? replies.shift() : replies[0];
      if (reply === undefined || reply === 'silent') return;
      if (reply === 'cut') {
        response.destroy();
      } else if (reply === 'truncated') {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"letterNo":');
        response.destroy();
      } else {
        response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
        response.end(reply.raw ?? JSON.stringify(reply.body ?? {}));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    reply: (...next) => (replies = next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
