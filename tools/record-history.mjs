import { createRequire } from 'node:module';
import { createProgress, startServers, stateDirectory } from './system/index.mjs';
import { ensureBuilt } from './system/build.mjs';

/**
 * `npm run record-history`: plays every story on a real Temporal server (the one of TEMPORAL_ADDRESS, else one of its own) and writes
 * workflows/histories/. Needed when a story gains a branch; once in use, recorded histories are kept and new ones added.
 */
const progress = createProgress();
await ensureBuilt(progress);
let servers;
if (!process.env.TEMPORAL_ADDRESS) {
  servers = await startServers({ stateDir: stateDirectory('.state-dev'), progress });
  process.env.TEMPORAL_ADDRESS = servers.temporalAddress;
}
const require = createRequire(import.meta.url);
const { recordHistories } = require('../workflows/dist/testing/record-histories.js');
try {
  await recordHistories();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await servers?.stop();
}
process.exit();
