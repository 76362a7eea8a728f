/**
 * Loaded into the API and the worker by `--profile`, and into each of their threads: samples the CPU from the moment the folder holds
 * `start` until it holds `stop`, and writes a .cpuprofile beside them.
 */
const { existsSync, writeFileSync } = require('node:fs');
const { Session } = require('node:inspector');
const { basename, dirname, join } = require('node:path');
const { isMainThread, threadId } = require('node:worker_threads');

const folder = process.env.BENCH_PROFILE_DIR;
// A thread is told its own script; the program it belongs to comes with the environment it inherits.
if (isMainThread) process.env.BENCH_PROFILE_PROGRAM = basename(dirname(dirname(process.argv[1] ?? '')));
const program = process.env.BENCH_PROFILE_PROGRAM ?? '';

if (folder && ['api', 'worker'].includes(program)) {
  const session = new Session();
  let profiling = false;
  const timer = setInterval(() => {
    if (!profiling && existsSync(join(folder, 'start'))) {
      profiling = true;
      session.connect();
      session.post('Profiler.enable');
      session.post('Profiler.setSamplingInterval', { interval: 500 });
      session.post('Profiler.start');
    } else if (profiling && existsSync(join(folder, 'stop'))) {
      clearInterval(timer);
      session.post('Profiler.stop', (error, result) => {
        if (!error) writeFileSync(join(folder, `${program}-${threadId}.cpuprofile`), JSON.stringify(result.profile));
        session.disconnect();
      });
    }
  }, 100);
  timer.unref();
}
