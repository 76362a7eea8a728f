import { dataSource } from './data-source';
import { databaseFunctions } from './sql';

/** Any number that nothing else in this database locks. */
const migrationLock = 733_003_001;

/**
 * Brings a database to the present schema and returns the names of the migrations that ran. Safe to run at any time and by several
 * processes at once: they take turns.
 */
export async function migrate(url: string): Promise<string[]> {
  const source = await dataSource(url, 2).initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [migrationLock]);
    const done = await source.runMigrations({ transaction: 'each' });
    await runner.startTransaction();
    for (const text of databaseFunctions) await runner.query(text);
    await runner.commitTransaction();
    return done.map(({ name }) => name);
  } finally {
    await runner.release();
    await source.destroy();
  }
}
