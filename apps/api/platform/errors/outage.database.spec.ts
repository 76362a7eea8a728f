import { createServer, type AddressInfo, type Socket } from 'node:net';
import { startApi, type RunningApi } from '../../test/start-api';
import { TemporalGateway } from '../temporal/temporal-gateway';
import { problemOf } from './failures';

interface SilentServer {
  port: number;
  close(): Promise<void>;
}

/** Takes connections and never says a word: worse than a server that is down. */
async function silentServer(): Promise<SilentServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => void sockets.add(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

const seconds = async (work: () => Promise<void>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

describe('with the database away', () => {
  it.each(['down', 'silent'])(
    '(%s) a request is answered 503 with Retry-After within 10 s, health says why',
    async (how) => {
      const server = await silentServer();
      if (how === 'down') await server.close();
      const api = await startApi({ DATABASE_URL: `postgresql://nobody:nothing@127.0.0.1:${server.port}/none` });
      const took = await seconds(async () => {
        const question = { region: '370600', start: '2026-03-02', quantity: 1, unit: 'workingDay' };
        const { status, body, headers } = await api.visitor().ask('POST', '/api/deadlines/preview', question);
        expect([status, headers.get('retry-after')]).toEqual([503, '2']);
        expect(body).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
        expect(JSON.stringify(body)).not.toMatch(/127\.0\.0\.1|ECONN/);
      });
      expect(took).toBeLessThan(10);
      const health = await api.visitor().ask('GET', '/api/health');
      expect(health.status).toBe(503);
      expect(health.body).toMatchObject({
        parts: { database: { status: 'failed', reason: expect.stringContaining('数据库不可用') } },
      });
      await api.close();
      if (how === 'silent') await server.close();
    },
    60_000,
  );
});

describe('with the engine away', () => {
  let api: RunningApi;
  let silent: SilentServer;
  beforeAll(async () => {
    silent = await silentServer();
    api = await startApi({ TEMPORAL_ADDRESS: `127.0.0.1:${silent.port}` });
  }, 60_000);
  afterAll(async () => {
    await api.close();
    await silent.close();
  });

  it('a call ends within 10 s as SERVICE_UNAVAILABLE', async () => {
    let thrown: unknown;
    const took = await seconds(() =>
      api.app
        .get(TemporalGateway)
        .call((client) => client.workflow.getHandle('case-none').describe())
        .then(() => undefined)
        .catch((error: unknown) => void (thrown = error)),
    );
    expect(took).toBeLessThan(10);
    expect(problemOf(thrown)?.code).toBe('SERVICE_UNAVAILABLE');
  }, 20_000);

  it('reading goes on, and health says what is away', async () => {
    const clerk = await api.signIn('yt-window');
    expect((await clerk.ask('GET', '/api/calendars')).status).toBe(200);
    const { status, body } = await clerk.ask('GET', '/api/health');
    expect(status).toBe(503);
    expect(body).toMatchObject({
      status: 'failed',
      parts: { database: { status: 'ok' }, temporal: { status: 'failed' }, worker: { status: 'failed' } },
    });
  }, 20_000);
});
