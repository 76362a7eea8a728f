import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './files.mjs';

/** How many history shards: fixed for the life of a database (production takes 512, see docker/). */
const shards = 128;

/** One server process has four services; each listens for calls and for its membership ring. */
export const services = ['frontend', 'matching', 'history', 'worker'];
export const portNames = services.flatMap((service) => [`temporal.${service}`, `temporal.${service}.ring`]);

/**
 * - A task that fails is visible on its workflow at once, not after five failures: supervision looks for it.
 * - The history cache holds by bytes, not by entries, and the events cache is an eighth of its default: one process on a small
 *   machine serves thousands of cases, not millions.
 */
const dynamic = {
  'system.numConsecutiveWorkflowTaskProblemsToTriggerSearchAttribute': 1,
  'history.cacheSizeBasedLimit': true,
  'history.hostLevelCacheMaxSizeBytes': 96 * 1024 * 1024,
  'history.eventsHostLevelCacheMaxSizeBytes': 32 * 1024 * 1024,
  'frontend.namespaceRPS': 10_000,
  'frontend.namespaceCount': 4_800,
  'frontend.namespaceRPS.visibility': 50,
};

/**
 * Writes the server's two files (JSON is YAML). They hold a password: readable by the owner only.
 * @param {{ folder: string, ports: Record<string, number>, postgresPort: number, user: string, password: string }} options
 * @returns {string} the main file
 */
export function writeTemporalConfig({ folder, ports, postgresPort, user, password }) {
  mkdirSync(folder, { recursive: true });
  const dynamicFile = join(folder, 'dynamic.yaml');
  const store = (databaseName, maxConns) => ({
    sql: {
      pluginName: 'postgres12',
      databaseName,
      connectAddr: `127.0.0.1:${postgresPort}`,
      connectProtocol: 'tcp',
      user,
      password,
      maxConns,
      maxIdleConns: maxConns,
      maxConnLifetime: '1h',
    },
  });
  const address = `127.0.0.1:${ports['temporal.frontend']}`;
  const config = {
    log: { stdout: true, level: 'warn' },
    persistence: {
      numHistoryShards: shards,
      defaultStore: 'default',
      visibilityStore: 'visibility',
      datastores: { default: store('temporal', 20), visibility: store('temporal_visibility', 10) },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: Object.fromEntries(
      services.map((service) => [
        service,
        {
          rpc: {
            grpcPort: ports[`temporal.${service}`],
            membershipPort: ports[`temporal.${service}.ring`],
            bindOnLocalHost: true,
          },
        },
      ]),
    ),
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: { enabled: true, initialFailoverVersion: 1, rpcName: 'frontend', rpcAddress: address },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    publicClient: { hostPort: address },
    dynamicConfigClient: { filepath: dynamicFile, pollInterval: '60s' },
  };
  writeWhole(
    dynamicFile,
    JSON.stringify(Object.fromEntries(Object.entries(dynamic).map(([name, value]) => [name, [{ value }]])), null, 2),
  );
  const file = join(folder, 'server.yaml');
  writeWhole(file, JSON.stringify(config, null, 2));
  return file;
}
