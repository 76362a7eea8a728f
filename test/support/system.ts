import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDataConverter } from '@due-process/secrets';
import { Client, Connection } from '@temporalio/client';
import { Client as PgClient } from 'pg';
import { required, testKeys } from './environment';
import { ask } from './http';

export type Process = 'sandbox' | 'worker' | 'api' | 'temporal' | 'postgres';

/** Does to a process what faults do; back when it is done: killed means gone, started means ready. */
export async function control(name: Process, deed: 'kill' | 'start' | 'stop' | 'restart'): Promise<void> {
  const answer = await ask(required('SYSTEM_CONTROL_URL'), 'POST', `/${name}/${deed}`);
  if (answer.status !== 204) throw new Error(`${name}/${deed}: ${answer.status} ${String(answer.body)}`);
}

/** A look at the tables behind the API, or behind the engine, for what no reader may see there. */
export async function query<T>(
  text: string,
  parameters: unknown[] = [],
  database?: 'temporal' | 'temporal_visibility',
): Promise<T[]> {
  const url = new URL(required('DATABASE_URL'));
  if (database) {
    const secrets = readFileSync(join(required('DUE_PROCESS_TEST_STATE'), 'secrets.json'), 'utf8');
    url.username = 'temporal';
    url.password = String((JSON.parse(secrets) as { temporal: string }).temporal);
    url.pathname = `/${database}`;
  }
  const client = new PgClient({ connectionString: url.href });
  await client.connect();
  try {
    return (await client.query(text, parameters)).rows as T[];
  } finally {
    await client.end();
  }
}

/** The engine, as the API and the operator see it. */
export async function withTemporal<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: required('TEMPORAL_ADDRESS') });
  try {
    const namespace = required('TEMPORAL_NAMESPACE');
    return await work(new Client({ connection, namespace, dataConverter: createDataConverter(testKeys()) }));
  } finally {
    await connection.close();
  }
}

/** Starts whatever does not run, in the order in which one needs another. */
export async function restore(): Promise<void> {
  const { body } = await ask<Record<Process, boolean>>(required('SYSTEM_CONTROL_URL'), 'GET', '/');
  for (const name of ['postgres', 'temporal', 'sandbox', 'worker', 'api'] as const)
    if (body[name] === false) await control(name, 'start');
}

/** Keeps a case's rows from being written, by the lock that every writer takes, until they are let go. */
export async function holdWrites(
  caseNo: string,
): Promise<{ blocked: () => Promise<boolean>; release: () => Promise<void> }> {
  const client = new PgClient({ connectionString: required('DATABASE_URL') });
  await client.connect();
  await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [caseNo]);
  return {
    blocked: async () => {
      const { rows } = await client.query(`select 1 from pg_locks where not granted`);
      return rows.length > 0;
    },
    release: () => client.end(),
  };
}
