import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './files.mjs';
import { alone } from './lock.mjs';
import { root } from './paths.mjs';
import { run } from './run.mjs';

/**
 * Installs the packages when they are missing or the lock file has changed since; only Node's own library is needed for that.
 * `install` and not `ci`: the lock file names the native binaries of the platforms that could be resolved when it was written, and
 * `ci` refuses to work with such a file at all. `--no-save` leaves the file as it is.
 */
export async function ensureInstalled(progress, folder = root) {
  if (isInstalled(folder)) return;
  await progress.step('安装依赖', (detail) =>
    alone(
      join(folder, '.nx', 'install.guard'),
      async () => {
        if (isInstalled(folder)) return;
        await npm(['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], folder, detail);
        writeWhole(stamp(folder), lockDigest(folder), 0o644);
      },
      { waiting: () => detail('另一个安装正在进行，等待中') },
    ),
  );
}

/** Either our own note says so, or npm's (a hand-made install) is not older than the lock file. */
export function isInstalled(folder) {
  const theirs = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(theirs)) return false;
  if (existsSync(stamp(folder)))
    return readFileSync(stamp(folder), 'utf8') === lockDigest(folder) || isNewer(theirs, folder);
  return isNewer(theirs, folder);
}

const stamp = (folder) => join(folder, 'node_modules', '.due-process-installed');
const isNewer = (theirs, folder) => statSync(theirs).mtimeMs >= statSync(join(folder, 'package-lock.json')).mtimeMs;
const lockDigest = (folder) =>
  createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');

/** The npm that started us, else the one on the path. */
function npm(args, cwd, onLine) {
  const own = process.env.npm_execpath;
  return own?.endsWith('.js')
    ? run(process.execPath, [own, ...args], { cwd, onLine })
    : run('npm', args, { cwd, onLine });
}
