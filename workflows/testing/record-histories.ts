import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { CaseBench } from './case-bench';
import { openPlay, plainPlay, playStep, productPlays, testPlays, type Play } from './plays';
import { situationPlays } from './situation-plays';
import { root } from './workflow-bundle';

/**
 * Plays each story and branch on the real server with made-up people and the published test keys, and keeps the history of each for the
 * replay test. Says what each cost.
 */
const folder = join(root, 'workflows', 'histories');
const figures = (value: unknown): number => Number(value?.toString() ?? 0);

async function record(bench: CaseBench, play: Play): Promise<void> {
  const start = play.start();
  const serial = String(Date.now() % 1e6).padStart(6, '0');
  const file = await openPlay(bench, play, { caseNo: start.caseNo.slice(0, 17) + serial });
  for (const step of play.steps) await playStep(bench, step, file);
  await file.handle.result();
  const history: unknown = JSON.parse(historyToJSON(await file.handle.fetchHistory()));
  writeFileSync(join(folder, `${play.name}.json`), `${JSON.stringify(history)}\n`);
  const { workflowExecutionInfo: info } = (await file.handle.describe()).raw;
  const { stateTransitionCount, historyLength, historySizeBytes } = info ?? {};
  const cost = [stateTransitionCount, historyLength, historySizeBytes].map(figures);
  console.log(
    `${play.name.padEnd(28)}${String(cost[0]).padStart(4)} transitions${String(cost[1]).padStart(5)} events${String(cost[2]).padStart(7)} bytes${String(file.batches().length).padStart(4)} records`,
  );
}

export async function recordHistories(): Promise<void> {
  const bench = await CaseBench.start({ server: 'real' });
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith('.json')) rmSync(join(folder, name));
  for (const play of [...productPlays, ...situationPlays(), ...testPlays, plainPlay]) await record(bench, play);
  await bench.stop();
}
