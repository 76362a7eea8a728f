import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeJson } from './files.mjs';
import { root } from './paths.mjs';
import { run } from './run.mjs';

/**
 * Brings the database up to this build: migrations, then the catalogue, the calendars and the demo people. Both may run any number of
 * times; on an embedded database they are left out when neither the build nor the catalogue has changed since.
 *
 * @param {{ stateDir: string, env: Record<string, string>, built: string, embedded: boolean, progress: import('./progress.mjs').Progress }} options
 */
export async function prepareDatabase({ stateDir, env, built, embedded, progress }) {
  const mark = join(stateDir, 'prepared.json');
  const state = createHash('sha256')
    .update([built, catalogueDigest(), env.DATABASE_URL, env.DEMO_PASSWORD].join('\n'))
    .digest('hex');
  if (embedded && readJson(mark)?.state === state) return;
  await progress.step('迁移数据库', () => runBuilt('entities/dist/migrate.js', env));
  await progress.step('载入目录、日历与演示人员', () => runBuilt('apps/api/dist/seed.js', env));
  writeJson(mark, { state });
}

/** Runs a built script to its end. @param {string} script path inside the checkout */
export function runBuilt(script, env) {
  const file = join(root, script);
  if (!existsSync(file)) throw new Error(`缺少 ${script}：还没有构建。${script} is not built.`);
  return run(process.execPath, ['--enable-source-maps', file], { cwd: root, env: { ...process.env, ...env } });
}

function catalogueDigest() {
  const hash = createHash('sha256');
  for (const entry of readdirSync(join(root, 'catalog'), { recursive: true }).sort()) {
    if (!/\.ya?ml$/.test(String(entry))) continue;
    const { size, mtimeMs } = statSync(join(root, 'catalog', String(entry)));
    hash.update(`${entry} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}
