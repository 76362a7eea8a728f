import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** What the kernel says of processes (proc(5)): seconds of CPU, and memory as the proportional share of what is mapped. */
const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** Fields after the command's name, which may itself hold spaces and brackets; the first is field 3. */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** @returns {number} seconds of CPU of a process and, with `reaped`, of its children that have ended */
export function cpuOf(pid, { reaped = false } = {}) {
  const stat = statOf(pid);
  if (!stat) return 0;
  const fields = reaped ? [11, 12, 13, 14] : [11, 12];
  return fields.reduce((total, at) => total + Number(stat[at]), 0) / ticksPerSecond;
}

/** @returns {number[]} */
export const childrenOf = (pid) =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(statOf(name)?.[1]) === pid)
    .map(Number);

/** Proportional set size in MB: pages that processes share (PostgreSQL's buffers) count once in a sum. */
export function memoryOf(pid) {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1]) / 1024;
}

/** The whole machine since it started: seconds all its cores were busy, and how many there are. */
export function machine() {
  const [user = 0, nice = 0, system = 0, , , irq = 0, soft = 0, steal = 0] = readFileSync('/proc/stat', 'utf8')
    .split('\n')[0]
    .trim()
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return { busy: (user + nice + system + irq + soft + steal) / ticksPerSecond, cores: cpus().length };
}

export const canMeasure = () => existsSync('/proc/self/smaps_rollup');
