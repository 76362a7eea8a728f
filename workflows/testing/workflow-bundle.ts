import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failureConverterPath } from '@due-process/secrets';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

/** `product`: what is shipped. `test`: with the stories that tests need besides. */
export type BundleKind = 'product' | 'test';
const entries: Record<BundleKind, string> = { product: 'index.ts', test: 'testing/test-bundle.ts' };

/** The checkout, from the sources as from what is compiled of them. */
export const root = __dirname.replace(/[/\\]workflows[/\\](dist[/\\])?testing$/, '');
const sources = ['contracts', 'domain', 'workflows'];

/** The workflow code made from the sources themselves, once for all specs that run while they are the same. */
export async function workflowBundle(kind: BundleKind): Promise<{ code: string }> {
  const folder = join(process.env.DUE_PROCESS_TEST_STATE ?? tmpdir(), 'due-process-test-bundles');
  const path = join(folder, `${kind}-${digestOfSources()}.js`);
  if (existsSync(path)) return { code: readFileSync(path, 'utf8') };
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(root, 'workflows', entries[kind]),
    failureConverterPath,
    // As the product's: what the cases of a thread share must be shared here too.
    preloadModules: [join(root, 'workflows', entries[kind]), failureConverterPath],
    logger: new DefaultLogger('WARN'),
    webpackConfigHook: (config) => {
      const alias = Object.fromEntries(
        ['contracts', 'domain'].map((name) => [`@due-process/${name}$`, join(root, name, 'index.ts')]),
      );
      return { ...config, resolve: { ...config.resolve, alias: { ...config.resolve?.alias, ...alias } } };
    },
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${path}.${process.pid}`, code);
  renameSync(`${path}.${process.pid}`, path);
  return { code };
}

/** The same code with a fault in the story that tests play, as a bad release would have it. */
export async function faultyBundle(): Promise<{ code: string }> {
  const { code } = await workflowBundle('test');
  const faulty = code.replaceAll('sound-build', 'faulty-build');
  if (faulty === code) throw new Error('the place of the fault was not found');
  return { code: faulty };
}

function digestOfSources(): string {
  const hash = createHash('sha256').update(readFileSync(__filename));
  for (const name of sources) {
    const folder = join(root, name);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.startsWith('dist/'),
    );
    for (const file of files.sort()) hash.update(file).update(readFileSync(join(folder, file)));
  }
  return hash.digest('hex').slice(0, 24);
}
