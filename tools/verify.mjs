import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './system/build.mjs';
import { ensureInstalled } from './system/install.mjs';
import { ownerOf } from './system/lock.mjs';
import { readJson } from './system/files.mjs';
import { namespace } from './system/namespace.mjs';
import { root, stateDirectory } from './system/paths.mjs';
import { createProgress } from './system/progress.mjs';
import { attempt, endRuns } from './system/run.mjs';
import { startServers } from './system/servers.mjs';
import { untilSignal } from './system/until-signal.mjs';

/**
 * `npm run verify`: hash chains, event numbers, rows against events, open cases against running workflows. Looks at the servers of
 * DATABASE_URL and TEMPORAL_ADDRESS, else at the running `npm start`, else starts its two servers for as long as it takes. The exit code is
 * 0 when all agrees, 1 when something differs, 2 when it could not look.
 */
const progress = createProgress();
const stateDir = stateDirectory();
const stopOnSignal = async () => {
  await untilSignal();
  endRuns();
};
void stopOnSignal();

/** Addresses of the system that runs on the state folder: the ports and passwords it has kept there. */
function running() {
  const ports = readJson(join(stateDir, 'ports.json'));
  const secrets = readJson(join(stateDir, 'secrets.json'));
  return {
    databaseUrl: `postgresql://due_process:${secrets.due_process}@127.0.0.1:${ports.postgres}/due_process`,
    temporalAddress: `127.0.0.1:${ports['temporal.frontend']}`,
  };
}

async function verify() {
  await ensureInstalled(progress);
  await ensureBuilt(progress);
  const { DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: temporalAddress } = process.env;
  if (databaseUrl && temporalAddress) return look({ databaseUrl, temporalAddress });
  if (ownerOf(stateDir))
    return look({ ...running(), ...(databaseUrl && { databaseUrl }), ...(temporalAddress && { temporalAddress }) });
  if (!existsSync(stateDir)) throw new Error('还没有数据可核对：先运行 npm start。Nothing to verify yet.');
  const servers = await startServers({ stateDir, progress, databaseUrl, temporalAddress });
  try {
    return await look(servers);
  } finally {
    await servers.stop();
  }
}

async function look({ databaseUrl, temporalAddress }) {
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: process.env.TEMPORAL_NAMESPACE ?? namespace,
  };
  const main = join(root, 'apps', 'worker', 'dist', 'verify', 'main.js');
  const { code, output } = await attempt(process.execPath, ['--enable-source-maps', main], {
    cwd: root,
    env,
    keep: 1_000_000,
  });
  console.log(output.trimEnd());
  return code;
}

try {
  process.exitCode = await verify();
} catch (error) {
  progress.say(error.message);
  process.exitCode = 2;
}
process.exit();
