import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { loadCatalog } from '@due-process/catalog';
import { dataSource, freshDatabase, type FreshDatabase } from '@due-process/entities';
import { createSubject, testKeys } from '@due-process/secrets';
import { AppModule } from '../app.module';
import { configureApplication } from '../platform/http/application';
import { seedFacts } from '../seed/seed-facts';
import { seedPeople } from '../seed/seed-people';

export const demoPassword = 'demo-password-of-the-tests';

export interface Answer<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

/** A signed-in browser or program: keeps its cookie. */
export interface Visitor {
  ask<Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<Body>>;
}

export interface RunningApi {
  app: NestExpressApplication;
  url: string;
  database: FreshDatabase;
  visitor(): Visitor;
  signIn(username: string): Promise<Visitor>;
  close(): Promise<void>;
}

function keysFile(folder: string): string {
  const path = join(folder, 'keys.json');
  const { payload, column, blindIndex, command, letters } = testKeys();
  const text = (key: Buffer): string => key.toString('base64');
  const ring = (keys: typeof payload): unknown => keys.map(({ id, key }) => ({ id, key: text(key) }));
  const owners = Object.fromEntries([...letters].map(([owner, key]) => [owner, text(key)]));
  const file = { payload: ring(payload), column: ring(column), blindIndex: text(blindIndex), command: text(command) };
  writeFileSync(path, JSON.stringify({ ...file, letters: owners }));
  return path;
}

function visitorAt(url: string): Visitor {
  let cookie = '';
  return {
    async ask<Body>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const response = await fetch(url + path, {
        method,
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(cookie && { cookie }),
          ...headers,
        },
        ...(body !== undefined && { body: text }),
      });
      for (const set of response.headers.getSetCookie()) cookie = set.split(';', 1)[0] ?? '';
      const answered = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') ?? false;
      return {
        status: response.status,
        headers: response.headers,
        body: (isJson ? JSON.parse(answered) : answered) as Body,
      };
    },
  };
}

/** The whole API in this process, on a migrated and seeded database of its own. `env` overrides what the servers are. */
export async function startApi(env: NodeJS.ProcessEnv = {}): Promise<RunningApi> {
  const database = await freshDatabase();
  const source = await dataSource(database.url, 2).initialize();
  await seedFacts(source);
  await seedPeople(source, loadCatalog(), { password: demoPassword, subjectOf: createSubject(testKeys()) });
  await source.destroy();

  const folder = mkdtempSync(join(tmpdir(), 'api-'));
  const given = { PORT: '0', DATABASE_URL: database.url, KEYS_PATH: keysFile(folder), LOG_LEVEL: 'fatal' };
  const temporal = { TEMPORAL_ADDRESS: process.env.TEMPORAL_ADDRESS ?? '127.0.0.1:1' };
  const before = process.env;
  process.env = { ...before, ...given, ...temporal, ...env };
  const app = await NestFactory.create<NestExpressApplication>(AppModule, { bodyParser: false, logger: false });
  process.env = before;
  configureApplication(app);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    app,
    url,
    database,
    visitor: () => visitorAt(url),
    async signIn(username) {
      const visitor = visitorAt(url);
      const { status } = await visitor.ask('POST', '/api/session', { username, password: demoPassword });
      if (status !== 200) throw new Error(`${username} could not sign in: ${status}`);
      return visitor;
    },
    async close() {
      await app.close();
      await database.drop();
      rmSync(folder, { recursive: true });
    },
  };
}
