import { loadCatalog } from '@due-process/catalog';
import { dataSource } from '@due-process/entities';
import { createSubject, loadKeys } from '@due-process/secrets';
import { seedFacts } from './seed/seed-facts';
import { seedInstitutions } from './seed/seed-institutions';
import { seedPeople } from './seed/seed-people';
import { seedWindows } from './seed/seed-windows';

/** `node dist/seed.js`: loads DATABASE_URL with the catalogue, the calendar and, with DEMO=1, the people of the demonstration. */
async function main(env: NodeJS.ProcessEnv): Promise<void> {
  const url = env['DATABASE_URL'];
  if (!url) throw new Error('environment variable DATABASE_URL is not set');
  const catalog = loadCatalog();
  const source = await dataSource(url, 2).initialize();
  try {
    await seedFacts(source, catalog);
    if (env['DEMO'] !== '1') return;
    const password = env['DEMO_PASSWORD'];
    if (!password) throw new Error('environment variable DEMO_PASSWORD is not set');
    const keys = env['KEYS_PATH'];
    if (!keys) throw new Error('environment variable KEYS_PATH is not set');
    await seedWindows(source, catalog);
    await seedInstitutions(source);
    const count = await seedPeople(source, catalog, { password, subjectOf: createSubject(loadKeys(keys)) });
    process.stdout.write(`demo accounts: ${count}\n`);
  } finally {
    await source.destroy();
  }
}

main(process.env).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
