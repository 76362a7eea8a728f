import { migrate } from './migration';

/** `node dist/migrate.js`: migrates DATABASE_URL and exits. */
async function main(): Promise<void> {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is not set.');
  const done = await migrate(url);
  process.stdout.write(done.length > 0 ? `migrated: ${done.join(', ')}\n` : 'database is up to date\n');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
