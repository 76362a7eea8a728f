import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { silent } from './progress.mjs';
import { demoPassword, ensureKeys } from './secrets.mjs';
import { createService } from './service.mjs';
import { supervise } from './supervise.mjs';

/**
 * The three processes of our own. Each is told everything by its environment, says `{ready: true, port}` over its channel, and
 * ends when the channel closes, so that nothing outlives us.
 *
 * @typedef {object} Apps
 * @property {string} url the API and the pages
 * @property {string} sandboxUrl the world outside
 * @property {import('./service.mjs').Service} sandbox
 * @property {import('./service.mjs').Service} worker
 * @property {import('./service.mjs').Service} api
 * @property {Record<string, string>} env what every child is given
 * @property {() => Promise<void>} stop API, worker, sandbox, in this order
 */

/**
 * @param {object} options
 * @param {import('./servers.mjs').Servers} options.servers
 * @param {{ api: number, sandbox: number }} options.ports chosen beforehand: each must know the other's
 * @param {import('./progress.mjs').Progress} [options.progress]
 * @param {boolean} [options.keepAlive] restart a process that dies by itself
 * @param {Record<string, string>} [options.env] added to every child's environment
 * @param {('sandbox' | 'worker' | 'api')[]} [options.only] start just these; the others are there to be started
 * @returns {Promise<Apps>}
 */
export async function startApps({ servers, ports, progress = silent, keepAlive = false, env: extra = {}, only }) {
  const env = childEnvironment(servers, ports, extra);
  const make = (name, own) => createApp(name, { ...env, ...own }, servers);
  const apps = {
    sandbox: make('sandbox', { PORT: String(ports.sandbox), EXCHANGE_TARGETS: `http://127.0.0.1:${ports.api}` }),
    worker: make('worker', { PORT: '0', API_URL: `http://127.0.0.1:${ports.api}` }),
    api: make('api', { PORT: String(ports.api) }),
  };
  const chosen = only ?? /** @type {const} */ (['sandbox', 'worker', 'api']);
  /** @type {{ stop(): void }[]} */
  const watches = [];
  const stop = async () => {
    for (const watch of watches) watch.stop();
    for (const service of [apps.api, apps.worker, apps.sandbox]) await service.stop();
  };
  try {
    await Promise.all(chosen.map((name) => progress.step(`启动 ${name}`, () => apps[name].start())));
  } catch (error) {
    await stop();
    throw error;
  }
  if (keepAlive) for (const name of chosen) watches.push(supervise(apps[name], { say: progress.say }));
  return { ...apps, url: `http://127.0.0.1:${ports.api}`, sandboxUrl: env.SANDBOX_URL, env, stop };
}

/** The contract between the start and the processes. */
export function childEnvironment(servers, ports, extra = {}) {
  const files = join(servers.stateDir, 'files');
  mkdirSync(files, { recursive: true });
  return {
    DATABASE_URL: servers.databaseUrl,
    TEMPORAL_ADDRESS: servers.temporalAddress,
    TEMPORAL_NAMESPACE: servers.temporalNamespace,
    SANDBOX_URL: `http://127.0.0.1:${ports.sandbox}`,
    KEYS_PATH: ensureKeys(servers.stateDir),
    FILES_DIR: files,
    HOST: '127.0.0.1',
    DEMO: '1',
    DEMO_PASSWORD: demoPassword(servers.stateDir),
    ...extra,
  };
}

function createApp(name, env, servers) {
  const main = join(root, 'apps', name, 'dist', 'main.js');
  return createService({
    name,
    ipc: true,
    lock: servers.lock,
    log: join(servers.stateDir, 'logs', `${name}.log`),
    launch: () => {
      if (!existsSync(main))
        throw new Error(`缺少 apps/${name}/dist/main.js：这个进程还没有构建。apps/${name} is not built.`);
      return {
        command: process.execPath,
        args: ['--enable-source-maps', ...preloads(name), main],
        env: { ...process.env, ...env },
        cwd: root,
      };
    },
    ready: (child) => new Promise((resolve) => child.on('message', (message) => message?.ready && resolve(message))),
  });
}

/** The worker's workflow threads take this with them (docs/decisions/0009). */
const preloads = (name) =>
  name === 'worker' ? ['--require', join(root, 'apps', 'worker', 'dist', 'temporal', 'spare-promise-stacks.js')] : [];
