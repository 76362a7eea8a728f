import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HealthReport {
  status: 'ok' | 'starting' | 'stopping' | 'failing';
  checks: Record<string, string>;
}

export interface HealthSources {
  report(): Promise<HealthReport>;
  /** Prometheus text of this process and of the SDK's native part. */
  metrics(): Promise<string>;
}

/** Answers `/health` (200 or 503) and `/metrics`; knows nothing of cases and needs no sign-in, so it listens on loopback by default. */
export async function startHealthServer(
  { host, port }: { host: string; port: number },
  sources: HealthSources,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const answer = (status: number, type: string, body: string) =>
      response.writeHead(status, { 'content-type': type }).end(body);
    const path = request.url?.split('?')[0];
    const fail = () => answer(500, 'text/plain', 'internal error');
    if (path === '/health') {
      sources
        .report()
        .then((report) => answer(report.status === 'ok' ? 200 : 503, 'application/json', JSON.stringify(report)), fail);
    } else if (path === '/metrics') {
      sources.metrics().then((text) => answer(200, 'text/plain; version=0.0.4', text), fail);
    } else answer(404, 'text/plain', 'not found');
  });
  await listening(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}
