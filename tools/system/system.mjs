import { mkdirSync } from 'node:fs';
import { chosenPort } from './address.mjs';
import { childEnvironment, startApps } from './apps.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { AlreadyRunning, ownerOf } from './lock.mjs';
import { keptPorts } from './ports.mjs';
import { prepareDatabase } from './prepare.mjs';
import { startServers } from './servers.mjs';

/**
 * Everything `npm start` does, in its order: install, build, servers, database, processes, and a health check that says it is so.
 * Obeys PORT, DATABASE_URL, TEMPORAL_ADDRESS, DEMO_PASSWORD.
 *
 * @param {object} options
 * @param {string} options.stateDir
 * @param {import('./progress.mjs').Progress} options.progress
 * @param {AbortSignal} options.signal aborting ends the start between two steps, or the running system, in order
 * @returns {Promise<{ url: string, demoPassword: string, apps: import('./apps.mjs').Apps, servers: import('./servers.mjs').Servers, ended: Promise<void> }>}
 *   ended: resolves when all is stopped; rejects when a server was lost for good
 */
export async function startSystem({ stateDir, progress, signal }) {
  const owner = ownerOf(stateDir);
  if (owner) throw new AlreadyRunning(stateDir, owner.pid);
  const steps = { ...progress, step: (name, work) => (signal.throwIfAborted(), progress.step(name, work)) };
  mkdirSync(stateDir, { recursive: true, mode: 0o755 });
  const api = await chosenPort(stateDir);
  await ensureInstalled(steps);
  const built = await ensureBuilt(steps);

  const lost = new AbortController();
  const given = { databaseUrl: process.env.DATABASE_URL, temporalAddress: process.env.TEMPORAL_ADDRESS };
  const servers = await startServers({
    stateDir,
    progress: steps,
    ...given,
    keepAlive: true,
    onLost: (error) => lost.abort(error),
  });
  /** @type {import('./apps.mjs').Apps | undefined} */
  let apps;
  const stop = () =>
    progress.step('停止', async () => {
      await apps?.stop();
      await servers.stop();
    });
  try {
    const ports = { api, ...(await keptPorts(stateDir, ['sandbox'])) };
    const env = childEnvironment(servers, ports);
    await prepareDatabase({ stateDir, env, built, embedded: !given.databaseUrl, progress: steps });
    apps = await startApps({ servers, ports, progress: steps, keepAlive: true });
    await steps.step('健康检查', () => healthy(apps.url, signal));
    const ended = aborted(signal, lost.signal).finally(stop);
    return { url: apps.url, demoPassword: env.DEMO_PASSWORD, apps, servers, ended };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param {string} url */
export async function healthy(url, signal, within = 60_000) {
  let last = '';
  for (const until = Date.now() + within; Date.now() < until;) {
    signal?.throwIfAborted();
    try {
      const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5_000) });
      if (response.status === 200) return;
      last = `${response.status} ${(await response.text()).slice(0, 300)}`;
    } catch (error) {
      last = error.cause?.code ?? error.message;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url}/api/health 在 ${within / 1000} 秒内没有回答 200：${last}`);
}

/** Resolves with the person's wish to stop, rejects with the reason when a server is lost for good. */
function aborted(wish, lost) {
  return new Promise((resolve, reject) => {
    wish.addEventListener('abort', () => resolve(undefined), { once: true });
    lost.addEventListener('abort', () => reject(lost.reason), { once: true });
    if (lost.aborted) reject(lost.reason);
  });
}
