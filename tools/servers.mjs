import { join } from 'node:path';
import { writeWhole } from './system/files.mjs';
import { createProgress, startServers, stateDirectory } from './system/index.mjs';
import { obtainTestServer } from './system/test-server.mjs';
import { untilSignal } from './system/until-signal.mjs';

/**
 * PostgreSQL and Temporal alone, for work on a single process: `node tools/servers.mjs`, then in another shell
 * `. .state-dev/env.sh`. Stays until Ctrl-C.
 */
const stateDir = stateDirectory('.state-dev');
const progress = createProgress();
const stopped = untilSignal();

try {
  const servers = await startServers({ stateDir, progress, keepAlive: true });
  const testServer = await obtainTestServer({ progress }).catch((error) => progress.say(error.message));
  const env = {
    DATABASE_URL: servers.databaseUrl,
    TEMPORAL_ADDRESS: servers.temporalAddress,
    TEMPORAL_NAMESPACE: servers.temporalNamespace,
    ...(testServer && { TEMPORAL_TEST_SERVER: testServer }),
  };
  const lines = Object.entries(env).map(([name, value]) => `export ${name}='${value}'`);
  writeWhole(join(stateDir, 'env.sh'), `${lines.join('\n')}\n`);
  console.log(lines.join('\n'));
  await stopped;
  await progress.step('停止', () => servers.stop());
} catch (error) {
  progress.say(error.message);
  process.exitCode = 1;
}
