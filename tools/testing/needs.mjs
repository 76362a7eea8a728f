import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startApps, childEnvironment } from '../system/apps.mjs';
import { obtainChromium } from '../system/chromium.mjs';
import { ensureNamespace } from '../system/namespace.mjs';
import { freePort } from '../system/ports.mjs';
import { prepareDatabase, runBuilt } from '../system/prepare.mjs';
import { startServers } from '../system/servers.mjs';
import { obtainTestServer } from '../system/test-server.mjs';
import { startControl } from './control.mjs';

const template = 'due_process_template';
const databaseNamespace = 'due-process-database';

/**
 * What groups need, each made at most once and only when a group asks: servers, a migrated database (and a template to copy), the
 * time-skipping server, the whole system with a way to break it. `env(group)` is what the group's tests find in their environment.
 *
 * @param {{ stateDir: string, built: string, progress: import('../system/progress.mjs').Progress }} options
 */
export function createNeeds({ stateDir, built, progress }) {
  /** @type {(() => Promise<unknown>)[]} */
  const closers = [];
  const servers = once(async () => {
    const started = await startServers({ stateDir, progress });
    closers.push(() => started.stop());
    return started;
  });
  /** Database specs count their cases from one under keys of their own: their runs must not meet those of the whole system. */
  const apart = once(async () => {
    const { temporalAddress } = await servers();
    await ensureNamespace(temporalAddress, databaseNamespace);
    return databaseNamespace;
  });
  const testServer = once(() => obtainTestServer({ progress }));
  const chromium = once(() => obtainChromium({ progress }));
  const database = once(async () => {
    const { databaseUrl } = await servers();
    await query(databaseUrl, `create database ${template}`);
    await progress.step('迁移测试数据库', () =>
      runBuilt('entities/dist/migrate.js', { DATABASE_URL: named(databaseUrl, template) }),
    );
    await query(databaseUrl, `create database due_process_test template ${template}`);
    return { DATABASE_URL: named(databaseUrl, 'due_process_test'), DATABASE_TEMPLATE: template };
  });
  /** The servers as another system on them sees them: a database, a namespace, keys and logs of its own. */
  const beside = async (shared, name) => {
    const folder = join(stateDir, name);
    mkdirSync(folder, { recursive: true });
    await query(shared.databaseUrl, `create database due_process_${name}`);
    const temporalNamespace = `due-process-${name}`;
    await ensureNamespace(shared.temporalAddress, temporalNamespace);
    const databaseUrl = named(shared.databaseUrl, `due_process_${name}`);
    return { ...shared, stateDir: folder, databaseUrl, temporalNamespace };
  };
  const startSystem = async (name) => {
    const shared = await servers();
    const own = name === 'main' ? shared : await beside(shared, name);
    const ports = { api: await freePort(), sandbox: await freePort() };
    const env = childEnvironment(own, ports);
    await prepareDatabase({ stateDir: own.stateDir, env, built, embedded: true, progress });
    // The sweep looks more often than in an office: what is tested is that it sees, not how long it sleeps.
    const apps = await startApps({ servers: own, ports, progress, env: { SWEEP_SECONDS: '5' } });
    closers.push(() => apps.stop());
    const { sandbox, worker, api } = apps;
    // The servers are broken by nobody but the system that has them to itself in the end.
    const engine = name === 'main' ? { temporal: own.temporal, postgres: own.postgres } : {};
    const control = await startControl({ sandbox, worker, api, ...engine });
    closers.push(() => control.close());
    return { ...env, DUE_PROCESS_TEST_STATE: own.stateDir, API_URL: apps.url, SYSTEM_CONTROL_URL: control.url };
  };
  /** @type {Map<string, Promise<Record<string, string>>>} */
  const systems = new Map();
  const system = (name) => {
    const made = systems.get(name) ?? startSystem(name);
    systems.set(name, made);
    return made;
  };

  return {
    /** @param {import('./groups.mjs').Group} group */
    env: async (group) => {
      /** @type {Record<string, string>} */
      const env = { DUE_PROCESS_TEST_STATE: stateDir };
      if (group.servers) {
        const { databaseUrl, temporalAddress, temporalNamespace } = await servers();
        env.DATABASE_URL = databaseUrl;
        env.TEMPORAL_ADDRESS = temporalAddress;
        env.TEMPORAL_NAMESPACE = group.name === 'database' ? await apart() : temporalNamespace;
        Object.assign(
          env,
          group.system ? await system(group.system) : group.name === 'database' ? await database() : {},
        );
      }
      if (group.chromium) env.CHROMIUM_PATH = await chromium();
      if (group.testServer) env.TEMPORAL_TEST_SERVER = await testServer();
      return env;
    },
    close: async () => {
      for (const close of closers.toReversed()) await close();
      closers.length = 0;
    },
  };
}

/** @template T @param {() => Promise<T>} make @returns {() => Promise<T>} */
function once(make) {
  /** @type {Promise<T> | undefined} */
  let made;
  return () => (made ??= make());
}

function named(url, database) {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

async function query(connectionString, text) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(text).finally(() => client.end());
}
