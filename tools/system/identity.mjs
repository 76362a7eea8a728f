import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/**
 * Process ids are reused. A process is the one we meant only if its start time is the one we noted.
 * @returns {string | undefined} a text that no later process with the same id has; undefined when there is no such process
 */
export function identityOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (existsSync('/proc/self/stat')) return fromProc(pid);
  const { status, stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 && stdout.trim() ? stdout.trim() : undefined;
}

function fromProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state] = fields;
    const startedAt = fields[19];
    return state === 'Z' || state === 'X' ? undefined : `${bootId()}:${startedAt}`;
  } catch {
    return undefined;
  }
}

/** The start time counts from boot, so it means nothing without saying which boot. */
function bootId() {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim().slice(0, 8);
  } catch {
    return 'boot';
  }
}

/** @param {{ pid: number, identity: string }} noted */
export const isSameProcess = (noted) => identityOf(noted.pid) === noted.identity;

export const note = (pid) => ({ pid, identity: identityOf(pid) });

/** Ends a noted process, first politely, and waits until it is gone. A process that merely has its number is left alone. */
export async function end(noted, signal = 'SIGTERM', patience = 10_000) {
  const gone = async (within) => {
    for (const until = Date.now() + within; Date.now() < until;) {
      if (!isSameProcess(noted)) return true;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return !isSameProcess(noted);
  };
  if (!noted.identity || !isSameProcess(noted)) return;
  send(noted.pid, signal);
  if (await gone(patience)) return;
  send(noted.pid, 'SIGKILL');
  if (!(await gone(5_000))) throw new Error(`无法结束进程 ${noted.pid}。Process ${noted.pid} cannot be ended.`);
}

function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
