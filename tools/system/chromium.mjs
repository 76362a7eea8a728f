import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { run } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The browser of the screen tests and of the pictures: CHROMIUM_PATH; the machine's own; the distribution's package where it may be
 * installed. When none can be had the tests fail with this reason; they are never skipped.
 *
 * @param {{ progress: import('./progress.mjs').Progress, env?: NodeJS.ProcessEnv,
 *   folders?: string[], install?: (detail: (words: string) => void) => Promise<unknown> }} options
 * @returns {Promise<string>} the executable
 */
export async function obtainChromium({
  progress,
  env = process.env,
  folders = usualFolders(),
  install = installable(),
}) {
  const given = env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return resolve(given);
    throw new Error(`CHROMIUM_PATH 指向的文件不存在：${given}\nCHROMIUM_PATH names a file that does not exist.`);
  }
  const found = installed(folders);
  if (found) return found;
  let reason = '不是 root 用户，或没有 apt-get（not root, or no apt-get）';
  if (install) {
    try {
      await progress.step('安装 Chromium', install);
    } catch (error) {
      reason = error.message;
    }
    const fresh = installed(folders);
    if (fresh) return fresh;
  }
  throw new Error(
    '没有 Chromium，不能检查页面：请安装 chromium，或用 CHROMIUM_PATH 指定可执行文件。\n' +
      'Chromium is not available: install it, or set CHROMIUM_PATH.\n' +
      `  – ${reason}`,
  );
}

const usualFolders = () => ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter).filter(Boolean)];

const installed = (folders) =>
  folders.flatMap((folder) => names.map((name) => join(folder, name))).find((place) => existsSync(place));

function installable() {
  const place = ['/usr/bin/apt-get', '/bin/apt-get'].find((one) => existsSync(one));
  if (!place || process.getuid?.() !== 0) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return async (detail) => {
    await run(place, ['update'], { env, onLine: detail });
    await run(place, ['install', '-y', '--no-install-recommends', 'chromium'], { env, onLine: detail });
  };
}
