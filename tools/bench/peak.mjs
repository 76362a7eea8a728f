import { setTimeout as pause } from 'node:timers/promises';
import { openLoop } from './open-loop.mjs';
import { machine } from './processes.mjs';

const settleSeconds = 10;

/** A city's peak: so many acts a second for some minutes, whether or not the system keeps up (design: p99 < 150 ms, nothing refused). */
export async function peak({ desks, meter, rate, minutes, progress }) {
  return progress.step(`高峰 ${rate} 个操作/秒，${minutes} 分钟`, async (detail) => {
    const load = openLoop({ desks, rate });
    await pause(settleSeconds * 1000);
    const from = performance.now();
    const before = machine();
    const stopCounting = await meter.count();
    let memory = meter.memory();
    const end = from + minutes * 60_000;
    while (performance.now() < end) {
      await pause(Math.min(5000, Math.max(0, end - performance.now())));
      memory = largest(memory, meter.memory());
      detail(`${load.acts.length} 个操作`);
    }
    const to = performance.now();
    const cpu = await stopCounting();
    const after = machine();
    await load.stop();
    const acts = load.between(from, to);
    const seconds = (to - from) / 1000;
    return {
      wanted: rate,
      seconds,
      took: acts.map((act) => act.took),
      failures: acts.flatMap(({ failure }) => failure ?? []),
      busy: (after.busy - before.busy) / seconds / after.cores,
      cpu,
      memory,
    };
  });
}

const largest = (one, other) =>
  Object.fromEntries(Object.entries(one).map(([name, size]) => [name, Math.max(size, other[name])]));
