import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

const modules = (version) => [
  [`go.temporal.io/server/cmd/server@v${version}`, 'server', 'temporal-server'],
  [`go.temporal.io/server/cmd/tools/sql@v${version}`, 'sql', 'temporal-sql-tool'],
];

/**
 * Builds the official modules; Go itself verifies them against its checksum database. About five minutes on two cores the first
 * time. The newest line of output is the progress shown.
 */
export async function buildWithGo(version, folder, detail) {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  for (const [module, built, name] of modules(version)) {
    detail(`Go 构建 ${name}（首次约 5 分钟）`);
    await goInstall(module, bin, folder, (line) => detail(`Go 构建 ${name}（首次约 5 分钟）· ${line}`));
    renameSync(join(bin, built), join(folder, name));
  }
}

function goInstall(module, bin, cwd, onLine) {
  const env = { ...process.env, GOBIN: bin, GOFLAGS: '-trimpath', CGO_ENABLED: '0', GO111MODULE: 'on' };
  return run('go', ['install', '-v', '-ldflags=-s -w', module], { cwd, env, onLine });
}
