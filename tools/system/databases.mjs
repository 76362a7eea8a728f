import { keptSecret } from './secrets.mjs';
import { superuser } from './postgres.mjs';

/**
 * The databases of the embedded PostgreSQL, each owned by a user of its own that is no superuser: the application's, which may
 * make further ones (tests copy a template), and Temporal's two.
 *
 * @param {Awaited<ReturnType<typeof import('./postgres.mjs').createPostgres>>} postgres
 * @param {string} stateDir
 * @returns {Promise<{ databaseUrl: string, temporal: { user: string, password: string } }>}
 */
export async function ensureDatabases(postgres, stateDir) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: postgres.url(superuser, postgres.password, 'postgres') });
  await client.connect();
  try {
    const user = async (name, rights) => {
      const password = keptSecret(stateDir, name);
      const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name]);
      if (!rowCount) await client.query(`create role ${name} login ${rights} password '${password}'`);
      return password;
    };
    const database = async (name, owner) => {
      const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
      if (!rowCount) await client.query(`create database ${name} owner ${owner}`);
    };
    const application = await user('due_process', 'createdb');
    const temporal = await user('temporal', 'nocreatedb');
    await database('due_process', 'due_process');
    await database('temporal', 'temporal');
    await database('temporal_visibility', 'temporal');
    return {
      databaseUrl: postgres.url('due_process', application, 'due_process'),
      temporal: { user: 'temporal', password: temporal },
    };
  } finally {
    await client.end();
  }
}
