import { randomBytes } from 'node:crypto';
import { Pool } from 'pg';
import { migrate } from '../migration';

export interface FreshDatabase {
  url: string;
  pool: Pool;
  drop(): Promise<void>;
}

/** For tests: a migrated database of its own on the server of DATABASE_URL, so that suites never meet. */
export async function freshDatabase(max = 8): Promise<FreshDatabase> {
  const server = process.env.DATABASE_URL;
  if (!server) throw new Error('DATABASE_URL is not set: run the tests with npm test.');
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`;
  const admin = new Pool({ connectionString: server, max: 1 });
  await admin.query(`create database ${name}`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  const url = address.toString();
  await migrate(url);
  const pool = new Pool({ connectionString: url, max });
  return {
    url,
    pool,
    drop: async () => {
      await pool.end();
      await untilUnused(admin, name);
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

/** The server closes a connection some moments after the client: one that is cut off in between reports an error to the test. */
async function untilUnused(admin: Pool, name: string): Promise<void> {
  for (const end = Date.now() + 3_000; Date.now() < end;) {
    const { rowCount } = await admin.query('select 1 from pg_stat_activity where datname = $1', [name]);
    if (rowCount === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
