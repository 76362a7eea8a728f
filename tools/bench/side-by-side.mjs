import { setTimeout as pause } from 'node:timers/promises';
import { closedLoop } from './closed-loop.mjs';
import { historyOf, untilClosed } from './history.mjs';

/**
 * One engine, four ways, in one run. The machine drifts by tens of percent within minutes, so each repeat goes there and back again
 * (A B … B A): what drifts evenly cancels out of the ratios.
 *
 * @typedef {{ runCase(clerk: number, time: <T>(work: () => Promise<T>) => Promise<T>): Promise<string | undefined> }} Variant
 * @typedef {Awaited<ReturnType<typeof oneRound>> & { name: string, clerks: number, repeat: number }} Round
 *
 * @param {{ system: import('./system.mjs').BenchSystem, meter: ReturnType<typeof import('./meter.mjs').createMeter>,
 *   variants: Record<string, Variant>, clerks: number[], seconds: number, repeats: number,
 *   progress: import('../system/progress.mjs').Progress }} options
 * @returns {Promise<Round[]>}
 */
export async function sideBySide({ system, meter, variants, clerks, seconds, repeats, progress }) {
  const there = Object.keys(variants);
  const order = [...there, ...there.toReversed()];
  const most = Math.max(...clerks);
  await progress.step('预热', async () => {
    for (const name of there) {
      const { ids } = await closedLoop({ clerks: most, seconds: Math.min(seconds, 5), ...variants[name] });
      await untilClosed(system.client, ids);
    }
  });
  const rounds = [];
  for (let repeat = 1; repeat <= repeats; repeat++) {
    for (const count of clerks) {
      for (const name of order) {
        const title = `第 ${repeat}/${repeats} 遍 · ${count} 人 · ${name}`;
        const round = await progress.step(title, () =>
          oneRound({ system, meter, variant: variants[name], clerks: count, seconds }),
        );
        progress.say(`  ${(round.cases / round.seconds).toFixed(1)} 件/秒`);
        rounds.push({ name, clerks: count, repeat, ...round });
      }
    }
  }
  return rounds;
}

async function oneRound({ system, meter, variant, clerks, seconds }) {
  const stopCounting = await meter.count();
  const run = await closedLoop({ clerks, seconds, ...variant });
  const afterwards = await untilClosed(system.client, run.ids);
  await pause(200);
  const cpu = await stopCounting();
  const history = run.ids.length > 0 ? await historyOf(system.client, run.ids) : undefined;
  return { ...run, afterwards, cpu, history };
}
