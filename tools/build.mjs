import { ensureBuilt } from './system/build.mjs';
import { createProgress } from './system/progress.mjs';
import { ensureInstalled } from './system/install.mjs';
import { endRuns } from './system/run.mjs';
import { untilSignal } from './system/until-signal.mjs';

/** `npm run build`: installs if needed, builds all packages and the workflow bundle; nothing when nothing has changed. */
const progress = createProgress();
void untilSignal().then(endRuns);
try {
  await ensureInstalled(progress);
  await ensureBuilt(progress);
  progress.say('✓ 构建是最新的');
  process.exit(0);
} catch (error) {
  progress.say(error.message);
  process.exit(1);
}
