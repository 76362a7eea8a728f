import { spawn } from 'node:child_process';

/**
 * Runs a command to its end. Each leads a process group of its own, so that ending us ends whatever it started in turn.
 * @type {Set<import('node:child_process').ChildProcess>}
 */
const live = new Set();

/** Ends every command still under way, for example when the person stops a start that is still building. */
export function endRuns() {
  for (const child of live) end(child, 'SIGTERM');
}

function end(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
process.once('exit', endRuns);

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void, keep?: number, within?: number, echo?: boolean }} [options]
 *   keep: how many characters of the end of its output are kept; within: ms after which it is ended; echo: show its output as it comes
 * @returns {Promise<{ code: number, output: string }>} never rejects for an exit code, only when it cannot run or was ended
 */
export function attempt(
  command,
  args,
  { cwd, env = process.env, onLine = () => {}, keep = 20_000, within, echo = false } = {},
) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    live.add(child);
    const limit = within && setTimeout(() => end(child, 'SIGKILL'), within);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output = (output + text).slice(-keep);
        if (echo) process.stderr.write(text);
        onLine(text.trim().split('\n').at(-1) ?? '');
      });
    }
    child.once('error', (error) => {
      live.delete(child);
      reject(error.code === 'ENOENT' ? new Error(`没有安装 ${command}（command not found）`) : error);
    });
    child.once('close', (code, signal) => {
      live.delete(child);
      clearTimeout(limit);
      if (signal) reject(new Error(`${command} 被 ${signal} 结束\n${output.slice(-4_000)}`));
      else resolve({ code: code ?? 1, output });
    });
  });
}

/** Like `attempt`, but an exit code other than 0 is an error that carries the end of the output. */
export async function run(command, args, options) {
  const { code, output } = await attempt(command, args, options);
  if (code !== 0)
    throw new Error(`${[command, ...args].join(' ').slice(0, 200)} 失败（${code}）：\n${output.trim().slice(-4_000)}`);
  return output;
}
