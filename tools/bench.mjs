import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { canMeasure, memoryOf } from './bench/processes.mjs';
import { createMeter } from './bench/meter.mjs';
import { help, readOptions } from './bench/options.mjs';
import { startBenchSystem } from './bench/system.mjs';
import { createProgress } from './system/progress.mjs';
import { endRuns } from './system/run.mjs';
import { untilSignal } from './system/until-signal.mjs';

/** `npm run bench`: what the system costs, measured side by side in one run. How to read it: docs/performance.md. */
const progress = createProgress();
const options = chosen();
const settleMs = options.quick ? 3_000 : 20_000;
let system;

const stopOnSignal = async () => {
  await untilSignal();
  endRuns();
  await system?.stop().catch(() => {});
  process.exit(130);
};
void stopOnSignal();

try {
  system = await startBenchSystem({ progress, env: options.profile ? profiling(options.profile) : undefined });
  await measure(system);
} catch (error) {
  progress.say(error.stack);
  process.exitCode = 1;
} finally {
  await progress.step('停止', async () => system?.stop());
}
process.exit();

async function measure(running) {
  const meter = createMeter(running);
  await progress.step('静置', () => pause(settleMs));
  const idle = meter.memory();
  const own = memoryOf(process.pid);

  // What the clients of the measurement load is no memory of the system: they come after its idle state was read.
  const { createOffice } = await import('./bench/clerk.mjs');
  const { openDesks, productVariant, fiveSteps, instant, otherPlace } = await import('./bench/product.mjs');
  const office = createOffice(running.apps.url, running.password);
  await silence(running, otherPlace);
  const desks = await progress.step('登录', () => openDesks(office, Math.max(...options.clerks)));
  const five = productVariant(desks, fiveSteps);
  const report = await import('./bench/report.mjs');
  console.log(`## Results\n\n${report.machineLine()}\n`);
  const say = (text) => console.log(`${text}\n`);

  if (options.profile) return say(await profiled(running, five));
  if (options.parts.sideBySide) {
    await running.startBare();
    const { sideBySide } = await import('./bench/side-by-side.mjs');
    const { bareVariant, floorVariant } = await import('./bench/bare/variants.mjs');
    const variants = {
      'five steps': five,
      'instant item': productVariant(desks, instant),
      'floor (no engine)': floorVariant(running.barePool),
      'bare workflow': bareVariant(running.client, running.bare.stock.queue),
      'bare in our worker': bareVariant(running.client, running.bare.tuned.queue),
    };
    say(report.sideBySideReport(await sideBySide({ system: running, meter, variants, ...options, progress })));
    say(`An answer of the API has ${Math.round(office.traffic.bytes / office.traffic.answers)} bytes on average.`);
    await running.stopBare();
  }
  if (options.parts.memory) {
    const { loadedMemory } = await import('./bench/memory.mjs');
    const loaded = await loadedMemory({ desks, meter, cases: options.cached, progress });
    say(report.memoryReport({ idle, own, loaded }));
  }
  if (options.parts.peak) {
    const { peak } = await import('./bench/peak.mjs');
    say(report.peakReport(await peak({ desks, meter, ...options, progress })));
  }
  if (options.parts.ladder) {
    const { ladder } = await import('./bench/ladder.mjs');
    say(report.ladderReport(await ladder({ desks, pool: running.pool, ...options, progress })));
  }
  if (options.parts.bulk) {
    const { bulk } = await import('./bench/bulk.mjs');
    say(report.bulkReport(await bulk({ desks, office, ...options, progress })));
  }
  await office.close();
}

/** The place that letters go to answers nothing: its answers would be measured with the instant item. */
async function silence({ apps, adminKey }, city) {
  const answer = await fetch(`${apps.sandboxUrl}/admin/cities/${city}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'x-admin-key': adminKey },
    body: JSON.stringify({ replyDelayMs: 86_400_000 }),
  });
  if (!answer.ok) throw new Error(`sandbox: ${answer.status} ${await answer.text()}`);
}

function profiling(folder) {
  const directory = resolve(folder);
  mkdirSync(directory, { recursive: true });
  for (const mark of ['start', 'stop']) rmSync(join(directory, mark), { force: true });
  const preload = fileURLToPath(new URL('bench/profile/preload.cjs', import.meta.url));
  return { BENCH_PROFILE_DIR: directory, NODE_OPTIONS: `--require "${preload}"` };
}

async function profiled(running, variant) {
  const directory = resolve(options.profile);
  const { closedLoop } = await import('./bench/closed-loop.mjs');
  const { profileReport } = await import('./bench/profile/summary.mjs');
  const clerks = Math.max(...options.clerks);
  const work = (seconds) => closedLoop({ clerks, seconds, ...variant });
  await progress.step('预热', () => work(Math.min(options.seconds, 5)));
  writeFileSync(join(directory, 'start'), '');
  await pause(500);
  const { cases, seconds } = await progress.step('剖析', () => work(options.seconds));
  writeFileSync(join(directory, 'stop'), '');
  await pause(2000);
  return `${cases} cases in ${seconds.toFixed(1)} s with ${clerks} clerks\n\n${profileReport(directory)}`;
}

function chosen() {
  try {
    const read = readOptions(process.argv.slice(2));
    if (read.help) console.log(help);
    else if (canMeasure()) return read;
    else progress.say('测量读取 Linux 的 /proc，此系统没有。The benchmark reads /proc and runs on Linux only.');
    process.exit(read.help ? 0 : 2);
  } catch (error) {
    progress.say(`${error.message}\n\n${help}`);
    process.exit(2);
  }
}
