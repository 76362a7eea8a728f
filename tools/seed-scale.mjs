import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readJson } from './system/files.mjs';
import { ownerOf } from './system/lock.mjs';
import { stateDirectory } from './system/paths.mjs';
import { createProgress } from './system/progress.mjs';
import { seedScale } from './scale/seed.mjs';

/**
 * `npm run seed:scale -- [--cases=1000000] [--open=100000]`: fills the database of DATABASE_URL, else of the running `npm start`, with rows to measure
 * lists and boards by. Never into a database that is used for anything else.
 */
const progress = createProgress();
const { values } = parseArgs({ options: { cases: { type: 'string' }, open: { type: 'string' } } });
const stateDir = stateDirectory();

function databaseUrl() {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  if (!ownerOf(stateDir)) throw new Error('请先运行 npm start，或设置 DATABASE_URL。Start the system first.');
  const ports = readJson(join(stateDir, 'ports.json'));
  const secrets = readJson(join(stateDir, 'secrets.json'));
  return `postgresql://due_process:${secrets.due_process}@127.0.0.1:${ports.postgres}/due_process`;
}

try {
  const cases = Number(values.cases ?? 1_000_000);
  const open = Number(values.open ?? cases / 10);
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ connectionString: databaseUrl(), max: 2 });
  await progress.step(`写入 ${cases} 件办件，在办 ${open} 件`, (detail) =>
    seedScale(pool, { cases, open, say: detail }),
  );
  await pool.end();
} catch (error) {
  progress.say(error.message);
  process.exitCode = 1;
}
