import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import type { Pool } from 'pg';
import type { Worker } from '@temporalio/worker';
import type { Queue } from '../settings';

export interface Metrics {
  registry: Registry;
  failures: Counter<'activity' | 'code'>;
  watch(pool: Pool, workers: Map<Queue, Worker>): void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const failures = new Counter({
    name: 'due_process_activity_failures_total',
    help: 'Failed attempts of activities by error code',
    labelNames: ['activity', 'code'] as const,
    registers: [registry],
  });
  return { registry, failures, watch: (pool, workers) => watch(registry, pool, workers) };
}

function watch(registry: Registry, pool: Pool, workers: Map<Queue, Worker>): void {
  const gauges = [
    new Gauge({
      name: 'due_process_cached_cases',
      help: 'Workflow runs held in memory',
      labelNames: ['queue'] as const,
      registers: [],
      collect() {
        for (const [queue, worker] of workers) this.set({ queue }, worker.getStatus().numCachedWorkflows);
      },
    }),
    new Gauge({
      name: 'due_process_activities_in_flight',
      help: 'Activities running now',
      labelNames: ['queue'] as const,
      registers: [],
      collect() {
        for (const [queue, worker] of workers) this.set({ queue }, worker.getStatus().numInFlightActivities);
      },
    }),
    new Gauge({
      name: 'due_process_database_waiting',
      help: 'Statements that wait for a database connection',
      registers: [],
      collect() {
        this.set(pool.waitingCount);
      },
    }),
  ];
  for (const gauge of gauges) registry.registerMetric(gauge as Gauge);
}

/** One text for one scrape: ours, then what the SDK's native part counts (polls, task latencies, slots). */
export async function metricsText(registry: Registry, nativeAddress: string): Promise<string> {
  const own = await registry.metrics();
  try {
    const native = await fetch(`http://${nativeAddress}/metrics`, { signal: AbortSignal.timeout(2000) });
    return native.ok ? `${own}${await native.text()}` : own;
  } catch {
    return own;
  }
}
