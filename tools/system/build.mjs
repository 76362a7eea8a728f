import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readJson, writeJson } from './files.mjs';
import { alone } from './lock.mjs';
import { root } from './paths.mjs';
import { run } from './run.mjs';

/**
 * Builds every package (Nx keeps what has not changed) and then the workflow bundle that workers load. When no source file has
 * changed since the last build nothing is started at all, which is what makes a second start fast.
 */
export async function ensureBuilt(progress, folder = root) {
  const stamp = join(folder, '.nx', 'built.json');
  const sources = sourcesDigest(folder);
  if (isBuilt(folder, stamp, sources)) return sources;
  await alone(join(folder, '.nx', 'build.guard'), async () => {
    if (isBuilt(folder, stamp, sources)) return;
    await progress.step('构建', (detail) => buildPackages(folder, detail));
    if (existsSync(bundler(folder))) {
      await progress.step('打包工作流', () => run(process.execPath, [bundler(folder)], { cwd: folder }));
    }
    writeJson(stamp, { sources, bundled: existsSync(bundler(folder)) });
  });
  return sources;
}

const bundler = (folder) => join(folder, 'apps', 'worker', 'dist', 'bundle.js');

function isBuilt(folder, stamp, sources) {
  return readJson(stamp)?.sources === sources && packages(folder).every((one) => existsSync(join(folder, one, 'dist')));
}

function buildPackages(folder, detail) {
  const nx = join(folder, 'node_modules', 'nx');
  const program = join(nx, readJson(join(nx, 'package.json')).bin.nx);
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true', FORCE_COLOR: '0' };
  return run(process.execPath, [program, 'run-many', '-t', 'build', '--outputStyle=static'], {
    cwd: folder,
    env,
    onLine: detail,
  });
}

/** @returns {string[]} the workspace packages that have something to build */
function packages(folder) {
  const { workspaces } = readJson(join(folder, 'package.json'));
  const folders = workspaces.flatMap((one) =>
    one.endsWith('/*')
      ? readdirSync(join(folder, one.slice(0, -2))).map((name) => join(one.slice(0, -2), name))
      : [one],
  );
  return folders.filter(
    (one) => readJson(join(folder, one, 'package.json'))?.scripts?.build && hasSources(join(folder, one)),
  );
}

const hasSources = (folder) => [...sourceFiles(folder)].length > 0;

/** Names, sizes and times of all that is built from: enough to see a change, and read in milliseconds. */
export function sourcesDigest(folder = root) {
  const hash = createHash('sha256');
  const { workspaces } = readJson(join(folder, 'package.json'));
  for (const top of workspaces.map((one) => one.replace('/*', '')).sort()) {
    for (const file of sourceFiles(join(folder, top))) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${relative(folder, file)} ${size} ${mtimeMs}\n`);
    }
  }
  for (const file of ['package-lock.json', '.swcrc', 'nx.json']) hash.update(readFileSync(join(folder, file)));
  return hash.digest('hex');
}

function* sourceFiles(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!['node_modules', 'dist', 'histories'].includes(entry.name)) yield* sourceFiles(path);
    } else if (/\.(ts|tsx|css|html|svg|json|sql)$/.test(entry.name) && !entry.name.endsWith('.spec.ts')) yield path;
  }
}
