import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { createPostgres } from './postgres.mjs';
import { ensureDatabases } from './databases.mjs';
import { takeLock } from './lock.mjs';
import { ensureNamespace, namespace } from './namespace.mjs';
import { silent } from './progress.mjs';
import { supervise } from './supervise.mjs';
import { createTemporal } from './temporal.mjs';
import { obtainTemporal } from './temporal-source.mjs';

/**
 * PostgreSQL and Temporal, embedded or given. The returned handle owns the state folder until `stop()`.
 *
 * @typedef {object} Servers
 * @property {string} stateDir
 * @property {string} databaseUrl the application's database
 * @property {string} temporalAddress host:port
 * @property {string} temporalNamespace
 * @property {import('./service.mjs').Service} [postgres] absent when both servers are given
 * @property {import('./service.mjs').Service} [temporal] absent when TEMPORAL_ADDRESS is given
 * @property {import('./lock.mjs').Lock} lock
 * @property {() => Promise<void>} stop Temporal first (its exit is awaited), then PostgreSQL; safe to call twice
 */

/**
 * @param {object} options
 * @param {string} options.stateDir absolute; made when missing
 * @param {import('./progress.mjs').Progress} [options.progress]
 * @param {string} [options.databaseUrl] use this database instead of an embedded one
 * @param {string} [options.temporalAddress] use this server instead of an embedded one
 * @param {boolean} [options.keepAlive] restart a server that dies by itself
 * @param {(error: Error) => void} [options.onLost] called when that has failed five times
 * @returns {Promise<Servers>}
 */
export async function startServers(options) {
  const { stateDir, progress = silent, temporalAddress, keepAlive = false, onLost } = options;
  if (!existsSync(stateDir)) {
    mkdirSync(stateDir, { recursive: true });
    chmodSync(stateDir, 0o755);
  }
  const lock = await takeLock(stateDir);
  /** @type {{ service: import('./service.mjs').Service }[]} */
  const started = [];
  /** @type {{ stop(): void }[]} */
  const watches = [];
  let stopping;

  const stop = () =>
    (stopping ??= (async () => {
      for (const watch of watches) watch.stop();
      for (const { service } of started.toReversed()) await service.stop();
      lock.release();
    })());
  const watch = (service, restart) => {
    if (keepAlive) watches.push(supervise(service, { say: progress.say, giveUpAfter: 5, onGivingUp: onLost, restart }));
  };

  try {
    let { databaseUrl } = options;
    /** @type {Awaited<ReturnType<typeof createTemporal>> | undefined} */
    let temporal;
    let address = temporalAddress;
    const embedded = !databaseUrl || !temporalAddress;
    if (embedded) {
      const programs = temporalAddress ? undefined : await obtainTemporal({ progress });
      const postgres = await progress.step('启动 PostgreSQL', () => createPostgres({ stateDir, lock }));
      started.push(postgres);
      await progress.step('等待 PostgreSQL 就绪', () => startPatiently(postgres.service));
      watch(postgres.service, () => startPatiently(postgres.service));
      const databases = await ensureDatabases(postgres, stateDir);
      databaseUrl ??= databases.databaseUrl;
      if (programs) {
        temporal = await progress.step('启动 Temporal', async () => {
          const created = await createTemporal({ stateDir, programs, postgres, ...databases.temporal, lock });
          started.push(created);
          await created.service.start();
          return created;
        });
        address = temporal.address;
        watch(temporal.service);
      }
    }
    await progress.step('准备命名空间', () => ensureNamespace(address));
    return {
      stateDir,
      databaseUrl,
      temporalAddress: address,
      temporalNamespace: namespace,
      postgres: started[0]?.service,
      temporal: temporal?.service,
      lock,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * After a hard kill of its parent process, PostgreSQL's workers take a moment to notice; until then the shared memory is in use and
 * a start is refused.
 */
async function startPatiently(service, within = 20_000) {
  for (const until = Date.now() + within; ;) {
    try {
      return await service.start();
    } catch (error) {
      if (!/shared memory|lock file/.test(error.message) || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}
