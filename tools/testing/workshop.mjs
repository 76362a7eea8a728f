import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownerOf, takeLock } from '../system/lock.mjs';
import { movedHome } from '../system/postgres-home.mjs';

const prefix = 'due-process-test-';

/** A state folder for one test run, and away with those of runs that were killed, together with what they left running. */
export async function openWorkshop() {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(prefix))) {
    const left = join(tmpdir(), name);
    if (ownerOf(left)) continue;
    await takeLock(left)
      .then(() => clear(left))
      .catch(() => {});
  }
  const folder = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(folder, 0o755);
  return { folder, close: () => clear(folder) };
}

function clear(folder) {
  rmSync(movedHome(folder), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}
