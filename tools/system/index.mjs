/**
 * The running system as a library: `npm start`, the tests, the benchmarks and the fault runs all start it through here.
 *
 * ```js
 * const servers = await startServers({ stateDir, progress });       // PostgreSQL, Temporal, namespace
 * const apps = await startApps({ servers, progress });              // sandbox, worker, API (migrated and seeded before)
 * await fetch(`${apps.url}/api/health`);
 * await apps.worker.kill();                                         // SIGKILL; apps.worker.start() brings it back
 * await servers.temporal.kill(); await servers.temporal.start();    // the same for the servers
 * await apps.stop(); await servers.stop();
 * ```
 * A second start on the same state folder throws `AlreadyRunning`.
 */
export { startServers } from './servers.mjs';
export { AlreadyRunning, ownerOf } from './lock.mjs';
export { createProgress, silent } from './progress.mjs';
export { cacheDirectory, root, stateDirectory } from './paths.mjs';
export { freePort, isFree } from './ports.mjs';
