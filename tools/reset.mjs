import { existsSync, rmSync } from 'node:fs';
import { ownerOf, takeLock } from './system/lock.mjs';
import { stateDirectory } from './system/paths.mjs';
import { movedHome } from './system/postgres-home.mjs';

/** `npm run reset`: removes the state folder with all cases, keys and files. Refuses while a system runs on it. */
const stateDir = stateDirectory();
const owner = ownerOf(stateDir);
if (owner) {
  console.error(`系统正在运行（进程 ${owner.pid}），请先停止它。Still running: process ${owner.pid}.`);
  process.exitCode = 1;
} else if (existsSync(stateDir)) {
  await takeLock(stateDir);
  rmSync(movedHome(stateDir), { recursive: true, force: true });
  rmSync(stateDir, { recursive: true, force: true });
  console.log(`已清除 ${stateDir}`);
} else {
  console.log('没有可清除的状态。Nothing to reset.');
}
