import { mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { end, isSameProcess, note } from './identity.mjs';
import { readJson, writeJson } from './files.mjs';

/**
 * One system a state folder. The lock names its owner and every process the owner started, so that a start after a
 * hard kill (or a power cut) ends what was left running before it touches the databases.
 *
 * @typedef {{ pid: number, identity: string, name?: string, signal?: NodeJS.Signals }} Noted
 * @typedef {{ add(name: string, pid: number, signal?: NodeJS.Signals): void, remove(pid: number): void, release(): void }} Lock
 */

export class AlreadyRunning extends Error {
  /** @param {string} stateDir @param {number} pid */
  constructor(stateDir, pid) {
    super(
      `系统已在运行（进程 ${pid}，状态目录 ${stateDir}），请先停止它，或用 STATE_DIR 指定另一个目录。\n` +
        `Already running: process ${pid} uses ${stateDir}.`,
    );
    this.pid = pid;
  }
}

const lockFile = (stateDir) => join(stateDir, 'run.lock');

/** @returns {Noted | undefined} the living owner of a state folder */
export function ownerOf(stateDir) {
  const held = readJson(lockFile(stateDir));
  return held && isSameProcess(held) ? held : undefined;
}

/**
 * @param {string} stateDir
 * @returns {Promise<Lock>}
 * @throws {AlreadyRunning} when a living process owns the folder
 */
export async function takeLock(stateDir) {
  const file = lockFile(stateDir);
  mkdirSync(stateDir, { recursive: true });
  /** @type {Noted[]} */
  let left = [];
  const mine = { ...note(process.pid), since: new Date().toISOString(), children: [] };
  await alone(`${file}.guard`, () => {
    const owner = ownerOf(stateDir);
    if (owner) throw new AlreadyRunning(stateDir, owner.pid);
    left = readJson(file)?.children ?? [];
    writeJson(file, { ...mine, children: left });
  });
  for (const orphan of left.toReversed()) await end(orphan, orphan.signal);
  const save = () => writeJson(file, mine);
  save();
  return {
    add: (name, pid, signal) => {
      mine.children.push({ name, signal, ...note(pid) });
      save();
    },
    remove: (pid) => {
      mine.children = mine.children.filter((child) => child.pid !== pid);
      save();
    },
    release: () => rmSync(file, { force: true }),
  };
}

/** Runs work that two processes must not do at once. A guard left by a killed process is ignored after its time. */
export async function alone(guard, work, { staleAfter = 5_000, waiting = () => {} } = {}) {
  mkdirSync(dirname(guard), { recursive: true });
  for (;;) {
    try {
      mkdirSync(guard);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isStale(guard, staleAfter)) rmSync(guard, { recursive: true, force: true });
    else waiting();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  try {
    writeJson(join(guard, 'owner.json'), note(process.pid));
    return await work();
  } finally {
    rmSync(guard, { recursive: true, force: true });
  }
}

function isStale(guard, staleAfter) {
  const owner = readJson(join(guard, 'owner.json'));
  if (owner) return !isSameProcess(owner);
  try {
    return Date.now() - statSync(guard).mtimeMs > staleAfter;
  } catch {
    return false;
  }
}
