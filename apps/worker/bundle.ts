import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { failureConverterPath } from '@due-process/secrets';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

/**
 * The workflow bundle, built once beside the compiled worker instead of at every start (2 s saved).
 * It stays while everything that goes into it is the same.
 */
const packages = ['workflows', 'domain', 'contracts'] as const;
const bundlePath = join(__dirname, 'workflow-bundle.js');
const digestPath = `${bundlePath}.digest`;

/**
 * Rules, kernel and stories are loaded once a thread and shared by all cases: they hold constants alone, and frozen ones. Otherwise every case would load
 * them for itself, keep its copy in memory as long as it is open, and run it unoptimised.
 */
const shared = [require.resolve('@due-process/workflows'), failureConverterPath];

export interface WorkflowBundle {
  codePath: string;
  /** Stands in every task of every history: which code did it, in a few characters. */
  buildId: string;
}

/** The bundle of today's packages. A missing or outdated one is built by a process of its own, whose memory ends with it. */
export async function ensureWorkflowBundle(): Promise<WorkflowBundle> {
  if (!isCurrent()) await promisify(execFile)(process.execPath, [__filename]);
  return { codePath: bundlePath, buildId: readFileSync(digestPath, 'utf8').slice(0, 12) };
}

async function build(): Promise<void> {
  const digest = digestOfInputs();
  const { code } = await bundleWorkflowCode({
    workflowsPath: require.resolve('@due-process/workflows'),
    failureConverterPath,
    preloadModules: shared,
    logger: new DefaultLogger('WARN'),
  });
  writeWhole(bundlePath, code);
  writeWhole(digestPath, digest);
}

const isCurrent = (): boolean =>
  existsSync(bundlePath) && existsSync(digestPath) && readFileSync(digestPath, 'utf8') === digestOfInputs();

/** Another process that starts at the same time sees the whole file or none. */
function writeWhole(path: string, text: string): void {
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}

function digestOfInputs(): string {
  const hash = createHash('sha256').update(sdkVersion());
  for (const file of [__filename, failureConverterPath]) hash.update(readFileSync(file));
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

if (require.main === module && !isCurrent()) {
  build().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
