/**
 * The running system as a library: `npm start`, the tests, the benchmarks and the fault runs all start it through here.
 *
 * ```js
 * const servers = await startServers({ stateDir, progress });       // PostgreSQL, Temporal, namespace
 * const ports = { api: await freePort(), sandbox: await freePort() };
 * const env = childEnvironment(servers, ports);
 * await prepareDatabase({ stateDir, env, built, embedded: true, progress });
 * const apps = await startApps({ servers, ports, progress });       // sandbox, worker, API
 * await fetch(`${apps.url}/api/health`);
 * await apps.worker.kill();                                         // SIGKILL; apps.worker.start() brings it back
 * await servers.temporal.kill(); await servers.temporal.start();    // the same for the servers
 * await apps.stop(); await servers.stop();
 * ```
 * A second start on the same state folder throws `AlreadyRunning`.
 */
export { startServers } from './servers.mjs';
export { childEnvironment, startApps } from './apps.mjs';
export { healthy, startSystem } from './system.mjs';
export { prepareDatabase, runBuilt } from './prepare.mjs';
export { ensureBuilt } from './build.mjs';
export { ensureInstalled } from './install.mjs';
export { ensureKeys } from './secrets.mjs';
export { AlreadyRunning, ownerOf } from './lock.mjs';
export { createProgress, silent } from './progress.mjs';
export { cacheDirectory, root, stateDirectory } from './paths.mjs';
export { freePort, isFree, keptPorts } from './ports.mjs';
