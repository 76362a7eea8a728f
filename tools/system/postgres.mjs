import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './files.mjs';
import { end, identityOf } from './identity.mjs';
import { keptPorts } from './ports.mjs';
import { postgresHome } from './postgres-home.mjs';
import { keptSecret } from './secrets.mjs';
import { createService } from './service.mjs';

/**
 * The embedded PostgreSQL. Only the binaries of the package are used: its own signal hook would stop the database
 * before the servers that need it. Commits are durable (synchronous_commit and fsync stay on): a 200 means written.
 */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 200,
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  synchronous_commit: 'on',
  wal_compression: 'on',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: 1.1,
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_duration_statement: '1s',
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
};

export const superuser = 'postgres';

/**
 * @param {{ stateDir: string, lock?: import('./lock.mjs').Lock, settings?: Record<string, string | number> }} options
 * @returns {Promise<{ service: import('./service.mjs').Service, port: number, password: string, url(user: string, password: string, database: string): string }>}
 */
export async function createPostgres({ stateDir, lock, settings: own = {} }) {
  const home = postgresHome(stateDir);
  const password = keptSecret(stateDir, 'postgres');
  if (!existsSync(join(home.data, 'PG_VERSION'))) initialise(home, password);
  await clearLeftovers(home.data);
  const { postgres: port } = await keptPorts(stateDir, ['postgres']);
  const flags = Object.entries({ ...settings, ...own }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const service = createService({
    name: 'PostgreSQL',
    log: join(stateDir, 'logs', 'postgres.log'),
    lock,
    stopSignal: 'SIGINT',
    stopWithin: 30_000,
    launch: () => ({
      command: join(home.bin, 'postgres'),
      args: ['-D', home.data, '-p', String(port), ...flags],
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
      cwd: home.data,
      ...home.account,
    }),
    ready: (_child, signal) => answering(port, password, signal),
  });
  return {
    service,
    port,
    password,
    url: (user, secret, database) => `postgresql://${user}:${secret}@127.0.0.1:${port}/${database}`,
  };
}

/** Character order by code point, letters by Unicode: the same on every machine, whatever locales it has. */
const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/** Made beside its place and renamed into it: an initdb that was killed leaves nothing that looks whole. */
function initialise({ bin, data, account }, password) {
  const draft = `${data}.draft`;
  const passwordFile = `${data}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeWhole(passwordFile, `${password}\n`);
  if (account.uid !== undefined) {
    chownSync(draft, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  try {
    const args = ['-D', draft, '-U', superuser, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, ...locale];
    const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
    const made = spawnSync(join(bin, 'initdb'), args, { ...account, cwd: '/', env, encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`initdb 失败：${made.error?.message ?? made.stderr}`);
    renameSync(draft, data);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/**
 * After a hard kill the pid file names a process that is gone, or still runs without us, or (its number reused) is somebody
 * else. PostgreSQL itself refuses to start in the last case.
 */
async function clearLeftovers(data) {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const identity = identityOf(pid);
  if (identity && commandOf(pid).includes(data)) await end({ pid, identity }, 'SIGINT', 20_000);
  else rmSync(file, { force: true });
}

function commandOf(pid) {
  if (existsSync(`/proc/${pid}/cmdline`)) return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}

/** Ready when it answers a statement: while recovering from a crash it listens already, but refuses connections. */
async function answering(port, password, signal) {
  const { default: pg } = await import('pg');
  while (!signal.aborted) {
    const client = new pg.Client({ host: '127.0.0.1', port, user: superuser, password, database: 'postgres' });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query('select 1');
      return;
    } catch (error) {
      if (error.code === '28P01') throw error;
      await new Promise((resolve) => setTimeout(resolve, 30));
    } finally {
      await client.end().catch(() => {});
    }
  }
}
