import { createDataConverter } from '@due-process/secrets';
import { Client, Connection } from '@temporalio/client';
import { Client as PgClient } from 'pg';
import { required, testKeys } from './environment';
import { ask } from './http';

type Process = 'sandbox' | 'worker' | 'api' | 'temporal' | 'postgres';

/** Does to a process what faults do; back when it is done: killed means gone, started means ready. */
export async function control(name: Process, deed: 'kill' | 'start' | 'stop' | 'restart'): Promise<void> {
  const answer = await ask(required('SYSTEM_CONTROL_URL'), 'POST', `/${name}/${deed}`);
  if (answer.status !== 204) throw new Error(`${name}/${deed}: ${answer.status} ${String(answer.body)}`);
}

/** A look at the tables behind the API, for what no reader may see there. */
export async function query<T>(text: string, parameters: unknown[] = [], database?: string): Promise<T[]> {
  const url = new URL(required('DATABASE_URL'));
  if (database) url.pathname = `/${database}`;
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
