import { spawn } from 'node:child_process';
import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

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
  return new Promise((resolve, reject) => {
    const env = { ...process.env, GOBIN: bin, GOFLAGS: '-trimpath', CGO_ENABLED: '0', GO111MODULE: 'on' };
    const child = spawn('go', ['install', '-v', '-ldflags=-s -w', module], {
      cwd,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const onSignal = () => child.kill();
    process.once('exit', onSignal);
    let said = '';
    child.stderr.on('data', (text) => {
      said = (said + text).slice(-4_000);
      onLine(said.trim().split('\n').at(-1) ?? '');
    });
    child.once('error', (error) => reject(error.code === 'ENOENT' ? new Error('没有安装 Go') : error));
    child.once('exit', (code, signal) => {
      process.removeListener('exit', onSignal);
      if (code === 0) resolve(undefined);
      else
        reject(
          new Error(`go install ${module} 失败（${signal ?? code}）：${said.trim().split('\n').slice(-3).join(' / ')}`),
        );
    });
  });
}
