import { hostname } from 'node:os';
import { createActivities } from '@due-process/activities';
import { createDataConverter, loadKeys } from '@due-process/secrets';
import { Client } from '@temporalio/client';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import { ensureWorkflowBundle, type WorkflowBundle } from './bundle';
import { startHealthServer } from './health/health-server';
import { createMetrics, metricsText } from './health/metrics';
import { createReport } from './health/report';
import { ensureSchedules } from './schedules/ensure-schedules';
import { schedules } from './schedules/schedules';
import type { WorkerSettings } from './settings';
import { connectTemporal, keepTokenFresh } from './temporal/connect';
import { untilPolled } from './temporal/polling';
import { startRuntime } from './temporal/runtime';
import { createWorkers } from './temporal/workers';
import { startBeat } from './trouble/beat';
import { troubleInterceptor } from './trouble/trouble.interceptor';
import { createTroubleStore } from './trouble/trouble.store';

export interface RunningWorker {
  port: number;
  /** Settles when the workers have ended: after `stop`, or with the reason why one of them failed. */
  ended: Promise<void>;
  /** Drains what is running, then lets go of the connections. */
  stop(): Promise<void>;
}

/**
 * The composition root of the worker process: what is made here is made once and handed down. Plain functions, since nothing here has a
 * request or a scope for a container to manage.
 */
export async function startWorker(settings: WorkerSettings, logger: Logger): Promise<RunningWorker> {
  const keys = loadKeys(settings.keysPath);
  const dataConverter = createDataConverter(keys);
  const { namespace } = settings.temporal;
  const identity = `${process.pid}@${hostname()}`;
  const metrics = createMetrics();

  const { metricsAddress } = await startRuntime(logger);
  const connection = await connectTemporal(settings.temporal, logger);
  const forgetToken = keepTokenFresh(connection, settings.temporal, logger);
  const client = new Client({ connection, namespace, dataConverter, identity });
  const pool = createPool(settings, logger);
  // Troubles and beats have connections of their own: they are wanted most when the others hang.
  const watchPool = createPool({ ...settings, databaseConnections: 2 }, logger);
  const store = createTroubleStore(watchPool);
  let bundle: Promise<WorkflowBundle> | undefined;

  const workers = await createWorkers(
    {
      connection,
      namespace,
      identity,
      dataConverter,
      workflowBundle: () => (bundle ??= ensureWorkflowBundle()),
      interceptors: { activity: [troubleInterceptor({ store, failures: metrics.failures, logger })] },
      activities: createActivities({
        pool,
        keys,
        client,
        outside: settings.outside,
        apiUrl: settings.apiUrl,
        redatesPerSecond: settings.redatesPerSecond,
      }),
      cachedCases: settings.cachedCases,
      databaseConnections: settings.databaseConnections,
    },
    settings.queues,
  );
  metrics.watch(pool, workers);
  const stopBeat = startBeat(watchPool, identity, settings.queues, logger);
  const running = Promise.all([...workers.values()].map((worker) => worker.run()));
  const health = await startHealthServer(settings, {
    report: createReport(pool, workers),
    metrics: () => metricsText(metrics.registry, metricsAddress),
  });

  const ended = running
    .then(() => undefined)
    .finally(async () => {
      forgetToken();
      stopBeat();
      await health.close();
      await watchPool.end();
      await pool.end();
      await connection.close();
    });
  const stop = async (): Promise<void> => {
    for (const worker of workers.values()) if (worker.getState() === 'RUNNING') worker.shutdown();
    await ended;
  };
  const ready = Promise.all([
    untilPolled(connection, { namespace, queues: settings.queues, identity }),
    settings.queues.includes('operations') ? ensureSchedules(client, schedules(settings.sweepSeconds)) : undefined,
  ]);
  await Promise.race([ready, ended]);
  return { port: health.port, ended, stop };
}

/** An idle connection that breaks (the database restarts) is replaced by the pool; without a listener it would end the process. */
function createPool({ databaseUrl, databaseConnections }: WorkerSettings, logger: Logger): Pool {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: databaseConnections,
    application_name: 'due-process-worker',
    connectionTimeoutMillis: 5000,
    // A new one costs as much as fifty statements, and knows none of those that are prepared.
    idleTimeoutMillis: 300_000,
    keepAlive: true,
  });
  pool.on('error', (error) => logger.warn({ err: error }, 'an idle database connection broke'));
  return pool;
}
