import type { AddressInfo } from 'node:net';
import { adminRoutes } from './admin/admin.routes';
import { coreRoutes } from './core/core.routes';
import { inquiryRoutes } from './core/inquiry.routes';
import { recordLineRoutes } from './core/record-lines.routes';
import { EnrolmentRegistry } from './core/registry';
import { Courier } from './exchange/courier';
import { exchangeRoutes } from './exchange/exchange.routes';
import { ExchangePlatform } from './exchange/platform';
import { PlayedCities } from './exchange/played-cities';
import { Recipient } from './exchange/recipient';
import { fundRoutes } from './fund/fund.routes';
import { withFaults } from './http/faulty';
import { createHttpServer, type Route } from './http/server';
import { Keys } from './keys';
import { settlementRoutes } from './settlement/settlement.routes';
import { smsRoutes } from './sms/sms.routes';
import { Journal } from './world/journal';
import { World } from './world/world';

export interface SandboxOptions {
  port: number;
  host?: string;
  /** Base URL of the API that serves 烟台 and 青岛. */
  target: string;
  keysPath: string;
  /** Where the journal lives. */
  directory: string;
  /** Until a played city answers, when nobody has set it otherwise. */
  replyDelayMs?: number;
  retryBaseMs?: number;
  retryCapMs?: number;
}

export interface Sandbox {
  port: number;
  close(): Promise<void>;
}

/** Starts the outside world; what was accepted before and not yet brought on goes on at once. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const keys = Keys.read(options.keysPath);
  const journal = new Journal(options.directory);
  const world = new World(journal, { mode: 'normal', replyDelayMs: options.replyDelayMs ?? 1000 });
  const registry = new EnrolmentRegistry(world);
  const courier = new Courier({ retryBaseMs: options.retryBaseMs ?? 200, retryCapMs: options.retryCapMs ?? 15_000 });
  const recipient = new Recipient(keys, { target: options.target, requestTimeoutMs: 10_000 });
  const platform = new ExchangePlatform(world, courier, recipient);
  const cities = new PlayedCities(world, keys, platform, registry);
  const routes: Route[] = [
    { method: 'GET', path: '/health', handle: () => ({ status: 200, body: { status: 'ok' } }) },
    ...exchangeRoutes(world, keys, platform),
    ...coreRoutes(world, keys, registry),
    ...recordLineRoutes(world, keys),
    ...inquiryRoutes(world, keys, registry),
    ...settlementRoutes(world, keys, registry),
    ...fundRoutes(world),
    ...smsRoutes(world),
    ...adminRoutes({ world, keys, platform, courier, cities, recipient, registry }),
  ];
  const server = createHttpServer(routes, withFaults(world));
  await new Promise<void>((listening, failed) => {
    server.once('error', failed).listen(options.port, options.host ?? '127.0.0.1', listening);
  });
  platform.resume();
  cities.resume();
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      courier.stop();
      cities.stop();
      recipient.stop();
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
      journal.close();
    },
  };
}
