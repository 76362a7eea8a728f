import type { Worker } from '@temporalio/worker';
import type { Pool } from 'pg';
import type { Queue } from '../settings';
import type { HealthReport } from './health-server';

const databasePatienceMs = 2000;

/**
 * Whether this process does its work: every worker runs and the database answers. Temporal's own health is not asked: pollers reconnect by
 * themselves, and restarting a worker because the server is away helps nobody.
 */
export function createReport(pool: Pool, workers: Map<Queue, Worker>): () => Promise<HealthReport> {
  return async () => {
    const checks: Record<string, string> = { database: await databaseState(pool) };
    for (const [queue, worker] of workers) checks[queue] = worker.getState();
    const states = [...workers.values()].map((worker) => worker.getState());
    if (states.some((state) => state === 'FAILED') || checks.database !== 'ok') return { status: 'failing', checks };
    if (states.some((state) => state === 'INITIALIZED')) return { status: 'starting', checks };
    return { status: states.every((state) => state === 'RUNNING') ? 'ok' : 'stopping', checks };
  };
}

async function databaseState(pool: Pool): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => (timer = setTimeout(() => resolve('slow'), databasePatienceMs)));
  const asked = pool.query('select 1').then(
    () => 'ok',
    () => 'unreachable',
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
