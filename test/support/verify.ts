import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** What `npm run verify` does, on the running system: exit code 0 when journal, rows and runs agree. */
export const verifyAll = (): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    const main = join(process.cwd(), 'apps', 'worker', 'dist', 'verify', 'main.js');
    execFile(process.execPath, [main], { timeout: 60_000, maxBuffer: 10_000_000 }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, output: (stdout + stderr).slice(-4000) });
    });
  });
