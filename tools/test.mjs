import { ensureBuilt } from './system/build.mjs';
import { ensureInstalled } from './system/install.mjs';
import { createProgress } from './system/progress.mjs';
import { endRuns } from './system/run.mjs';
import { untilSignal } from './system/until-signal.mjs';
import { groups } from './testing/groups.mjs';
import { inLanes } from './testing/lanes.mjs';
import { createNeeds } from './testing/needs.mjs';
import { lastLine } from './testing/outcome.mjs';
import { runGroup } from './testing/run-group.mjs';
import { openWorkshop } from './testing/workshop.mjs';

/**
 * `npm test`: everything, needing nothing beforehand. `npm test -- unit,replay` runs some groups, `npm test -- unit domain/clock` one of
 * them on a path. The last line is `N passed, N failed`; what did not run counts as failed.
 */
const [names, ...rest] = process.argv.slice(2);
const chosen = names
  ? names.split(',').map((name) => groups.find((group) => group.name === name))
  : groups.filter((group) => !group.onRequest);
if (chosen.includes(undefined)) {
  console.error(`没有这一组：${names}。可选：${groups.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

const progress = createProgress();
const workshop = await openWorkshop();
let stopping = false;
const results = new Map();
/** @type {ReturnType<typeof createNeeds> | undefined} */
let needs;

const stopOnSignal = async () => {
  await untilSignal();
  stopping = true;
  endRuns();
};
void stopOnSignal();

async function runOne(group) {
  if (stopping) return;
  const began = Date.now();
  let outcome;
  try {
    const env = await needs.env(group);
    outcome = await runGroup(group, { env, folder: workshop.folder, rest, echo: chosen.length === 1 });
  } catch (error) {
    outcome = { passed: 0, failed: 1, report: error.message };
  }
  const seconds = (Date.now() - began) / 1000;
  results.set(group, { ...outcome, seconds });
  if (outcome.failed > 0 && chosen.length > 1 && !stopping)
    progress.say(`\n── ${group.title} (${group.name})\n${outcome.report}`);
  progress.say(`${outcome.failed > 0 ? '✗' : '✓'} ${group.title} (${group.name}) ${seconds.toFixed(1)} s`);
}

try {
  await ensureInstalled(progress);
  const built = await ensureBuilt(progress);
  needs = createNeeds({ stateDir: workshop.folder, built, progress });
  await inLanes(chosen, 2, runOne, (group) => group.alone ?? false);
} catch (error) {
  if (!stopping) progress.say(error.message);
} finally {
  await needs?.close();
  workshop.close();
}

console.log('');
for (const group of chosen) {
  const { passed = 0, failed = 1, seconds = 0 } = results.get(group) ?? {};
  console.log(
    `  ${group.name.padEnd(14)}${String(passed).padStart(6)} passed${String(failed).padStart(6)} failed${seconds.toFixed(1).padStart(8)} s`,
  );
}
const outcomes = chosen.map((group) => results.get(group) ?? { passed: 0, failed: 1 });
console.log(`\n${lastLine(outcomes)}`);
process.exit(stopping || outcomes.some(({ failed }) => failed > 0) ? 1 : 0);
