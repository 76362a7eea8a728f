import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { alone } from './lock.mjs';
import { cacheDirectory } from './paths.mjs';
import { run } from './run.mjs';

/** The time-skipping server of the workflow tests: pinned like everything else. */
export const testServerVersion = '1.32.1';

/**
 * Where it comes from: TEMPORAL_TEST_SERVER; the cache; the SDK's own download; the official Java artifact through Maven. When none
 * can be had the workflow tests fail with this reason; they are never skipped.
 *
 * @param {{ progress: import('./progress.mjs').Progress }} options
 * @returns {Promise<string>} an executable that takes the port as its only argument
 */
export async function obtainTestServer({ progress, cache = cacheDirectory(), sources = officialSources }) {
  const given = process.env.TEMPORAL_TEST_SERVER;
  if (given) {
    if (existsSync(given)) return resolve(given);
    throw new Error(`TEMPORAL_TEST_SERVER 指向的文件不存在：${given}`);
  }
  const folder = join(cache, `temporal-test-server-${testServerVersion}`);
  const program = join(folder, 'temporal-test-server');
  if (existsSync(program)) return program;
  mkdirSync(cache, { recursive: true });
  await progress.step('取得时间跳跃测试服务', (detail) =>
    alone(`${folder}.guard`, async () => void (existsSync(program) || (await firstThatWorks(sources, folder, detail)))),
  );
  return program;
}

const officialSources = [
  { name: 'SDK 下载', obtain: downloadedBySdk },
  { name: 'Maven', obtain: copiedByMaven },
];

async function firstThatWorks(sources, folder, detail) {
  const reasons = [];
  for (const source of sources) {
    const draft = mkdtempSync(`${folder}.draft-`);
    try {
      detail(source.name);
      await source.obtain(draft);
      chmodSync(join(draft, 'temporal-test-server'), 0o755);
      rmSync(folder, { recursive: true, force: true });
      renameSync(draft, folder);
      return;
    } catch (error) {
      reasons.push(`  – ${source.name}：${error.message}`);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }
  throw new Error(
    '无法取得时间跳跃测试服务：请安装 Java 17 与 Maven，或用 TEMPORAL_TEST_SERVER 指定可执行文件。\n' +
      'The time-skipping test server is not available: install Java 17 and Maven, or set TEMPORAL_TEST_SERVER.\n' +
      reasons.join('\n'),
  );
}

async function downloadedBySdk(folder) {
  const { TestWorkflowEnvironment } = await import('@temporalio/testing');
  const executable = { type: 'cached-download', version: 'default', downloadDir: folder };
  const env = await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
  await env.teardown();
  const file = readdirSync(folder).find((name) => name.startsWith('temporal-test-server'));
  if (!file) throw new Error('下载目录中没有可执行文件');
  renameSync(join(folder, file), join(folder, 'temporal-test-server'));
}

async function copiedByMaven(folder) {
  const pom = join(folder, 'pom.xml');
  writeFileSync(
    pom,
    `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>local</groupId><artifactId>test-server</artifactId><version>1</version>
<dependencies><dependency><groupId>io.temporal</groupId><artifactId>temporal-test-server</artifactId>
<version>${testServerVersion}</version></dependency></dependencies></project>\n`,
  );
  await run('java', ['-version']);
  await run('mvn', ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${join(folder, 'lib')}`]);
  writeFileSync(
    join(folder, 'temporal-test-server'),
    '#!/bin/sh\nexec java -Xshare:auto -XX:TieredStopAtLevel=1 -cp "$(dirname "$0")/lib/*" io.temporal.testserver.TestServer "$1"\n',
  );
}
