import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { failureConverterPath } from '@due-process/secrets';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

/**
 * The workflow bundle, built once beside the compiled worker instead of at every start (2 s and 150 MB saved).
 * It stays while everything that goes into it is the same.
 */
const packages = ['workflows', 'domain', 'contracts'] as const;
const bundlePath = join(__dirname, 'workflow-bundle.js');
const digestPath = `${bundlePath}.digest`;

export async function ensureWorkflowBundle(): Promise<{ codePath: string; built: boolean }> {
  const digest = digestOfInputs();
  if (existsSync(bundlePath) && existsSync(digestPath) && readFileSync(digestPath, 'utf8') === digest) {
    return { codePath: bundlePath, built: false };
  }
  const { code } = await bundleWorkflowCode({
    workflowsPath: require.resolve('@due-process/workflows'),
    failureConverterPath,
    logger: new DefaultLogger('WARN'),
  });
  writeWhole(bundlePath, code);
  writeWhole(digestPath, digest);
  return { codePath: bundlePath, built: true };
}

/** Another process that starts at the same time sees the whole file or none. */
function writeWhole(path: string, text: string): void {
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}

function digestOfInputs(): string {
  const hash = createHash('sha256').update(sdkVersion()).update(readFileSync(failureConverterPath));
  for (const name of packages) {
    const folder = dirname(require.resolve(`@due-process/${name}`));
    for (const file of compiledFiles(folder)) {
      hash.update(`\n${name}/${file}\n`).update(readFileSync(join(folder, file)));
    }
  }
  return hash.digest('hex');
}

function compiledFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .sort();
}

function sdkVersion(): string {
  const { version } = JSON.parse(readFileSync(require.resolve('@temporalio/worker/package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

if (require.main === module) {
  void ensureWorkflowBundle().then(
    ({ built }) => console.log(built ? 'workflow bundle built' : 'workflow bundle unchanged'),
    (error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    },
  );
}
