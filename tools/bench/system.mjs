import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  childEnvironment,
  ensureBuilt,
  ensureInstalled,
  freePort,
  healthy,
  prepareDatabase,
  startApps,
  startServers,
} from '../system/index.mjs';
import { movedHome } from '../system/postgres-home.mjs';
import { readJson } from '../system/files.mjs';
import { root } from '../system/paths.mjs';
import { createService } from '../system/service.mjs';

const bareDatabase = 'due_process_bench';

/** @typedef {Awaited<ReturnType<typeof startBenchSystem>>} BenchSystem */

/**
 * Servers and processes of this run alone, in a state folder that goes with it, on free ports. The bare workflow's workers are processes beside
 * the product's, on the same servers: one as the SDK comes, one as the product's worker is set up.
 *
 * @param {{ progress: import('../system/progress.mjs').Progress, env?: Record<string, string> }} options env: for the product's processes
 */
export async function startBenchSystem({ progress, env: extra }) {
  await ensureInstalled(progress);
  const built = await ensureBuilt(progress);
  const stateDir = mkdtempSync(join(tmpdir(), 'due-process-bench-'));
  chmodSync(stateDir, 0o755);
  /** @type {(() => Promise<unknown>)[]} */
  const closers = [
    async () => [movedHome(stateDir), stateDir].forEach((one) => rmSync(one, { recursive: true, force: true })),
  ];
  const stop = async () => {
    for (const close of closers.splice(0).toReversed()) await close();
  };
  try {
    const servers = await startServers({ stateDir, progress });
    closers.push(servers.stop);
    const ports = { api: await freePort(), sandbox: await freePort() };
    const env = childEnvironment(servers, ports);
    await prepareDatabase({ stateDir, env, built, embedded: true, progress });
    const apps = await startApps({ servers, ports, progress, env: extra });
    closers.push(apps.stop);
    await healthy(apps.url);

    const { default: pg } = await import('pg');
    const pool = new pg.Pool({ connectionString: servers.databaseUrl, max: 4 });
    closers.push(() => pool.end());
    const bareUrl = await ownDatabase(pool, servers.databaseUrl);
    const bare = { stock: bareWorker('stock', servers, bareUrl), tuned: bareWorker('tuned', servers, bareUrl) };
    const stopBare = () => Promise.all(Object.values(bare).map(({ worker }) => worker.stop()));
    const barePool = new pg.Pool({ connectionString: bareUrl, max: 16 });
    closers.push(() => barePool.end());
    const { default: client } = await import('@temporalio/client');
    const connection = await client.Connection.connect({ address: servers.temporalAddress });
    closers.push(() => connection.close());
    return {
      servers,
      apps,
      pool,
      barePool,
      bare,
      client: new client.Client({ connection, namespace: servers.temporalNamespace }),
      password: env.DEMO_PASSWORD,
      adminKey: readJson(env.KEYS_PATH).admin,
      /** Apart, so that the memory of the idle system is that of the product. */
      startBare: async () => {
        closers.push(stopBare);
        await progress.step('启动裸工作流的 worker', () =>
          Promise.all(Object.values(bare).map(({ worker }) => worker.start())),
        );
      },
      stopBare,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function ownDatabase(pool, databaseUrl) {
  await pool.query(`create database ${bareDatabase}`);
  const url = new URL(databaseUrl);
  url.pathname = `/${bareDatabase}`;
  const { default: pg } = await import('pg');
  const { createTable } = await import('./bare/table.mjs');
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(createTable).finally(() => client.end());
  return url.href;
}

/** @param {'stock' | 'tuned'} kind tuned: without promise stacks and packed calls, as apps/worker */
function bareWorker(kind, servers, databaseUrl) {
  const queue = `bench-bare-${kind}`;
  const preload = join(root, 'apps', 'worker', 'dist', 'temporal', 'spare-promise-stacks.js');
  const worker = createService({
    name: `bare worker (${kind})`,
    ipc: true,
    lock: servers.lock,
    log: join(servers.stateDir, 'logs', `bare-worker-${kind}.log`),
    launch: () => ({
      command: process.execPath,
      args: [
        ...(kind === 'tuned' ? ['--require', preload] : []),
        fileURLToPath(new URL('bare/worker.mjs', import.meta.url)),
      ],
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        TEMPORAL_ADDRESS: servers.temporalAddress,
        TEMPORAL_NAMESPACE: servers.temporalNamespace,
        TASK_QUEUE: queue,
        BARE_KIND: kind,
      },
    }),
    ready: (child) => new Promise((resolve) => child.on('message', (message) => message?.ready && resolve(message))),
  });
  return { queue, worker };
}
