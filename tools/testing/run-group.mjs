import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from '../system/files.mjs';
import { root } from '../system/paths.mjs';
import { attempt } from '../system/run.mjs';
import { fromGate, fromJest, fromNodeTest } from './outcome.mjs';

/** A group that takes longer hangs: it is ended and counts as failed. */
const usualMinutes = 20;

/**
 * @param {import('./groups.mjs').Group} group
 * @param {{ env: Record<string, string>, folder: string, rest: string[], echo: boolean }} options rest: further words for Jest, such as a path
 * @returns {Promise<import('./outcome.mjs').Outcome>}
 */
export async function runGroup(group, { env, folder, rest, echo }) {
  const options = {
    cwd: root,
    env: { ...process.env, ...env, NX_DAEMON: 'false' },
    keep: 400_000,
    within: (group.minutes ?? usualMinutes) * 60_000,
    echo,
  };
  if (group.kind === 'gate') return fromGate(await attempt(group.command[0], group.command.slice(1), options));
  if (group.kind === 'node') {
    return fromNodeTest(await attempt(process.execPath, ['--test', '--test-reporter=tap', ...toolTests()], options));
  }
  const json = join(folder, `${group.name}.json`);
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const patience = group.servers ? ['--testTimeout=60000'] : [];
  const args = [
    jest,
    '--selectProjects',
    group.name,
    '--maxWorkers=1',
    '--json',
    `--outputFile=${json}`,
    ...patience,
    ...rest,
  ];
  const run = await attempt(process.execPath, args, options);
  if (group.after) await attempt(group.after[0], group.after.slice(1), options);
  return fromJest(readJson(json), { ...run, output: withoutJson(run.output) });
}

/** Jest prints its JSON too when it writes it to a file. */
const withoutJson = (output) => output.replaceAll(/^\{"num.*$/gm, '');

const toolTests = () =>
  readdirSync(join(root, 'tools'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.mjs'))
    .sort()
    .map((name) => join(root, 'tools', name));
