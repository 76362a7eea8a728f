import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDirectory } from './paths.mjs';
import { alone } from './lock.mjs';
import { buildWithGo } from './temporal-build.mjs';
import { downloadRelease } from './temporal-download.mjs';

/** The pinned server. A newer one is taken deliberately: its schema migration runs at the next start. */
export const temporalVersion = '1.31.2';

const programNames = ['temporal-server', 'temporal-sql-tool'];

/**
 * Where the Temporal server comes from: the cache; the official release archive; a build of the official Go modules.
 * (A server given by TEMPORAL_ADDRESS never comes here.) Never anything weaker, such as the single-shard development server.
 *
 * @param {{ progress: import('./progress.mjs').Progress, sources?: Source[] }} options
 * @typedef {{ name: string, obtain(folder: string, detail: (text: string) => void): Promise<void> }} Source
 * @returns {Promise<{ server: string, sqlTool: string, version: string }>}
 */
export async function obtainTemporal({ progress, sources = officialSources, cache = cacheDirectory() }) {
  const folder = join(cache, `temporal-server-${temporalVersion}`);
  const programs = {
    server: join(folder, 'temporal-server'),
    sqlTool: join(folder, 'temporal-sql-tool'),
    version: temporalVersion,
  };
  if (isComplete(folder)) return programs;
  mkdirSync(cache, { recursive: true });
  await progress.step(`取得 Temporal 服务 ${temporalVersion}`, (detail) =>
    alone(
      `${folder}.guard`,
      async () => {
        if (!isComplete(folder)) await firstThatWorks(sources, folder, detail, progress);
      },
      { waiting: () => detail('另一个启动正在取得它，等待中') },
    ),
  );
  return programs;
}

const isComplete = (folder) => programNames.every((name) => existsSync(join(folder, name)));

/** @type {Source[]} */
const officialSources = [
  { name: '官方发布包', obtain: (folder, detail) => downloadRelease(temporalVersion, programNames, folder, detail) },
  { name: 'Go 构建', obtain: (folder, detail) => buildWithGo(temporalVersion, folder, detail) },
];

async function firstThatWorks(sources, folder, detail, progress) {
  const reasons = [];
  for (const source of sources) {
    const draft = mkdtempSync(`${folder}.draft-`);
    try {
      detail(source.name);
      await source.obtain(draft, detail);
      if (!isComplete(draft)) throw new Error('缺少程序文件');
      for (const name of programNames) chmodSync(join(draft, name), 0o755);
      chmodSync(draft, 0o755);
      rmSync(folder, { recursive: true, force: true });
      renameSync(draft, folder);
      return;
    } catch (error) {
      reasons.push(`${source.name}：${error.message}`);
      progress.say(`  ${source.name}不可用：${error.message.split('\n')[0]}`);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }
  throw new Error(
    `无法取得 Temporal 服务 ${temporalVersion}。请任选其一：\n` +
      '  · 设置 TEMPORAL_ADDRESS 使用已有的 Temporal 服务；\n' +
      `  · 把 ${programNames.join(' 和 ')} 放进 ${folder}；\n` +
      '  · 安装 Go 1.26 以上（npm start 会自行构建）。\n' +
      `Temporal server ${temporalVersion} is not available. Set TEMPORAL_ADDRESS, or put ${programNames.join(' and ')} into ${folder}, or install Go 1.26 or newer.\n` +
      reasons.map((reason) => `  – ${reason}`).join('\n'),
  );
}
