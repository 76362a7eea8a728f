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
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}
