import { startSystem } from './system/system.mjs';
import { createProgress } from './system/progress.mjs';
import { endRuns } from './system/run.mjs';
import { stateDirectory } from './system/paths.mjs';
import { untilSignal } from './system/until-signal.mjs';
import { demoAccounts } from './system/demo-accounts.mjs';

/** `npm start`: the whole system on this machine until Ctrl-C. What it obeys is in docs/ and `node tools/start.mjs --help`. */
const progress = createProgress();
const stop = new AbortController();

const stopOnSignal = async () => {
  stop.abort(new Error(await untilSignal()));
  endRuns();
};
void stopOnSignal();

try {
  const stateDir = stateDirectory();
  const system = await startSystem({ stateDir, progress, signal: stop.signal });
  console.log(`\nready ${system.url}\n\n演示账号（密码 ${system.demoPassword}）：\n${demoAccounts()}\n\nCtrl-C 停止。`);
  const { url } = system;
  // The cases are a courtesy: whoever works with the system need not wait for them, and a start does not fail for them. They are made by the built
  // packages, which a fresh checkout has only now.
  void import('./demo/demo-cases.mjs')
    .then(({ demoCasesOnce }) => demoCasesOnce({ url, stateDir, say: progress.say }))
    .catch((error) => progress.say(error.message));
  await system.ended;
} catch (error) {
  if (!stop.signal.aborted) {
    progress.say(error.message);
    process.exitCode = 1;
  }
}
process.exit();
