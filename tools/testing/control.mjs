import { createServer } from 'node:http';

/**
 * Lets a test, which is another process, do to the system what faults do: `POST /worker/kill`, `/worker/start`, `/temporal/restart` …
 * (services: sandbox, worker, api, temporal, postgres; deeds: kill, start, stop, restart). Answers 204 once it is done: killed means gone,
 * started means ready. `GET /` says what is running. On the loopback address, for the duration of the tests only.
 *
 * @param {Record<string, import('../system/service.mjs').Service | undefined>} services
 * @returns {Promise<{ url: string, close(): Promise<void> }>}
 */
export async function startControl(services) {
  const deeds = new Set(['kill', 'start', 'stop', 'restart']);
  const server = createServer(async (request, response) => {
    const [, name, deed] = (request.url ?? '').split('/');
    const service = services[name];
    try {
      if (request.method === 'GET') {
        const running = Object.entries(services).map(([known, one]) => [known, one?.running ?? false]);
        response.setHeader('content-type', 'application/json').end(JSON.stringify(Object.fromEntries(running)));
      } else if (!service || !deeds.has(deed)) response.writeHead(404).end(`no ${name}/${deed}`);
      else {
        await service[deed]();
        response.writeHead(204).end();
      }
    } catch (error) {
      response.writeHead(500).end(error.message);
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => server.close(() => resolve()) && server.closeAllConnections()),
  };
}
