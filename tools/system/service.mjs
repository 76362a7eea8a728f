import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * A child process with a name: started until it is ready, stopped politely and then not, killed by tests, restarted when
 * it dies by itself. Children lead process groups of their own, so that Ctrl-C reaches us alone and we keep the order.
 *
 * @typedef {object} ServiceOptions
 * @property {string} name
 * @property {() => { command: string, args: string[], env?: Record<string, string | undefined>, cwd?: string, uid?: number, gid?: number }} launch
 *   asked anew at every start
 * @property {string} log file that takes its output
 * @property {(child: import('node:child_process').ChildProcess, signal: AbortSignal) => Promise<any>} ready
 *   resolves when the process serves; the signal aborts when it died first
 * @property {boolean} [ipc] whether the child gets a channel (and ends when it closes)
 * @property {NodeJS.Signals} [stopSignal]
 * @property {number} [stopWithin] ms before SIGKILL
 * @property {number} [readyWithin] ms
 * @property {import('./lock.mjs').Lock} [lock]
 */

const logLimit = 20_000_000;

export class ChildFailed extends Error {}

const ignore = () => {};

/** If we end without having stopped them (an error nobody caught, a second Ctrl-C), they are still told to stop. */
const live = new Map();
process.once('exit', () => {
  for (const [child, signal] of live) child.kill(signal);
});

/** @param {ServiceOptions} options */
export function createService(options) {
  const { name, log, stopSignal = 'SIGTERM', stopWithin = 15_000, readyWithin = 60_000, lock } = options;
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child;
  let exited = Promise.resolve();
  let expected = true;
  /** @type {(code: number | null, signal: NodeJS.Signals | null) => void} */
  let onDeath = ignore;

  async function start() {
    if (child) throw new Error(`${name} is running already`);
    const { command, args, ...where } = options.launch();
    const out = openLog(log);
    const from = statSync(log).size;
    const born = spawn(command, args, {
      ...where,
      detached: true,
      stdio: options.ipc ? ['ignore', out, out, 'ipc'] : ['ignore', out, out],
    });
    closeSync(out);
    const died = new AbortController();
    exited = new Promise((resolve) => {
      const over = (code, signal) => {
        if (child !== born) return;
        live.delete(born);
        child = undefined;
        if (born.pid) lock?.remove(born.pid);
        died.abort(new ChildFailed(`${name} 已退出（${signal ?? code}），日志：${log}\n${tail(log, from)}`));
        resolve();
        if (!expected) onDeath(code, signal);
      };
      born.once('exit', over);
      born.once('error', (error) => over(error.message, null));
    });
    child = born;
    live.set(born, stopSignal);
    expected = true;
    if (born.pid) lock?.add(name, born.pid, stopSignal);
    try {
      const result = await Promise.race([
        options.ready(born, died.signal),
        aborted(died.signal),
        late(name, readyWithin, log, from),
      ]);
      expected = false;
      if (!child) throw died.signal.reason;
      return result;
    } catch (error) {
      await stop();
      throw error;
    }
  }

  async function stop() {
    expected = true;
    if (!child) return;
    child.kill(stopSignal);
    const force = setTimeout(() => child?.kill('SIGKILL'), stopWithin);
    await exited;
    clearTimeout(force);
  }

  return {
    name,
    log,
    start,
    stop,
    /** Ends it at once, as a fault would. @param {NodeJS.Signals} [signal] @returns {Promise<void>} once it is gone */
    kill: async (signal = 'SIGKILL') => {
      expected = true;
      child?.kill(signal);
      await exited;
    },
    restart: async () => {
      await stop();
      return start();
    },
    get pid() {
      return child?.pid;
    },
    get running() {
      return child !== undefined;
    },
    get exited() {
      return exited;
    },
    /** @param {typeof onDeath} listener called when it dies without having been stopped or killed through this handle */
    onDeath: (listener) => (onDeath = listener),
  };
}

/** @typedef {ReturnType<typeof createService>} Service */

function openLog(file) {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file) && statSync(file).size > logLimit) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

/** What it said last, since it was started: the reason is nearly always there. */
function tail(file, from, length = 2_000) {
  return readFileSync(file).subarray(from).subarray(-length).toString('utf8').trim();
}

function aborted(signal) {
  return new Promise((_resolve, reject) => {
    const fail = () => reject(signal.reason);
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}

function late(name, within, log, from) {
  return new Promise((_resolve, reject) => {
    setTimeout(
      () => reject(new ChildFailed(`${name} 在 ${within / 1000} 秒内没有就绪，日志：${log}\n${tail(log, from)}`)),
      within,
    ).unref();
  });
}
