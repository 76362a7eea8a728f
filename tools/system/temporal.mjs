import { join } from 'node:path';
import { keptPorts } from './ports.mjs';
import { readJson, writeJson } from './files.mjs';
import { run } from './run.mjs';
import { createService } from './service.mjs';
import { portNames, writeTemporalConfig } from './temporal-config.mjs';

/**
 * Go gives memory back once its heap comes near this: unlimited, the server grew to 860 MB after some thousand cases. Below it, it may collect half as often as it
 * would by itself: a twelfth of what the server does for a case is collecting.
 */
const memory = { GOMEMLIMIT: '384MiB', GOGC: '200' };

/**
 * The Temporal server on the embedded PostgreSQL: schema brought up to the binary's version, then one process with all four
 * services on loopback ports that stay the same from start to start.
 *
 * @param {{ stateDir: string, programs: { server: string, sqlTool: string, version: string }, postgres: { port: number },
 *           user: string, password: string, lock?: import('./lock.mjs').Lock }} options
 */
export async function createTemporal({ stateDir, programs, postgres, user, password, lock }) {
  const folder = join(stateDir, 'temporal');
  const ports = await keptPorts(stateDir, portNames);
  const configFile = writeTemporalConfig({ folder, ports, postgresPort: postgres.port, user, password });
  const address = `127.0.0.1:${ports['temporal.frontend']}`;
  await bringSchemaUp();
  const service = createService({
    name: 'Temporal',
    log: join(stateDir, 'logs', 'temporal.log'),
    lock,
    stopWithin: 20_000,
    launch: () => ({
      command: programs.server,
      args: ['--config-file', configFile, '--allow-no-auth', 'start'],
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...memory },
      cwd: folder,
    }),
    ready: (_child, signal) => healthy(address, signal),
  });
  return { service, address };

  async function bringSchemaUp() {
    const mark = join(folder, 'schema.json');
    if (readJson(mark)?.version === programs.version) return;
    const tool = (database, ...args) =>
      run(
        programs.sqlTool,
        [
          '--plugin',
          'postgres12',
          '--ep',
          '127.0.0.1',
          '-p',
          String(postgres.port),
          '-u',
          user,
          '--db',
          database,
          ...args,
        ],
        {
          env: { PATH: process.env.PATH, SQL_PASSWORD: password },
        },
      );
    await Promise.all(
      [
        ['temporal', 'temporal'],
        ['temporal_visibility', 'visibility'],
      ].map(async ([database, schema]) => {
        if (!readJson(mark)) await tool(database, 'setup-schema', '-v', '0.0');
        await tool(database, 'update-schema', '-s', `postgresql/v12/${schema}`);
      }),
    );
    writeJson(mark, { version: programs.version });
  }
}

/** The frontend says SERVING before the other services have joined; a namespace that can be read says more. */
async function healthy(address, signal) {
  const { Connection } = await import('@temporalio/client');
  while (!signal.aborted) {
    let connection;
    try {
      connection = await Connection.connect({ address, connectTimeout: '2s' });
      await connection.workflowService.describeNamespace({ namespace: 'temporal-system' });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await connection?.close();
    }
  }
}
