import type { WorkerActivities } from '@due-process/activities';
import { CASE_QUEUE, EFFECT_QUEUE, OPERATIONS_QUEUE } from '@due-process/contracts';
import type { DataConverter } from '@temporalio/common';
import { Worker, type NativeConnection, type WorkerInterceptors, type WorkerOptions } from '@temporalio/worker';
import type { WorkflowBundle } from '../bundle';
import type { Queue } from '../settings';

export interface WorkerParts {
  connection: NativeConnection;
  namespace: string;
  identity: string;
  dataConverter: DataConverter;
  /** Asked for only when a queue with workflows is served. */
  workflowBundle: () => Promise<WorkflowBundle>;
  interceptors: WorkerInterceptors;
  activities: WorkerActivities;
  cachedCases: number;
  databaseConnections: number;
}

const drainFor = '10s';
const killAfter = '15s';

export async function createWorkers(parts: WorkerParts, queues: Queue[]): Promise<Map<Queue, Worker>> {
  const makers: Record<Queue, () => Promise<Worker>> = {
    cases: () => casesWorker(parts),
    effects: () => effectsWorker(parts),
    operations: () => operationsWorker(parts),
  };
  const workers = new Map<Queue, Worker>();
  for (const queue of queues) workers.set(queue, await makers[queue]());
  return workers;
}

function common({ connection, namespace, identity, dataConverter, interceptors }: WorkerParts) {
  return {
    connection,
    namespace,
    identity,
    dataConverter,
    interceptors,
    shutdownGraceTime: drainFor,
    shutdownForceTime: killAfter,
  } satisfies Partial<WorkerOptions>;
}

/**
 * Cases and their one local activity. After a crash a case waits for its lost worker no longer than the sticky timeout;
 * more records at once than connections would only queue in the pool, where nobody sees them.
 */
async function casesWorker(parts: WorkerParts): Promise<Worker> {
  const { codePath, buildId } = await parts.workflowBundle();
  return Worker.create({
    ...common(parts),
    taskQueue: CASE_QUEUE,
    workflowBundle: { codePath },
    buildId,
    activities: parts.activities.cases,
    maxCachedWorkflows: parts.cachedCases,
    reuseV8Context: true,
    stickyQueueScheduleToStartTimeout: '1s',
    maxConcurrentLocalActivityExecutions: parts.databaseConnections,
    maxConcurrentActivityTaskExecutions: 1,
    maxConcurrentActivityTaskPolls: 1,
  });
}

/** Everything slow or outside, apart from the cases: a counterpart that hangs takes these slots and no others. */
async function effectsWorker(parts: WorkerParts): Promise<Worker> {
  return Worker.create({
    ...common(parts),
    taskQueue: EFFECT_QUEUE,
    activities: parts.activities.effects,
    maxConcurrentActivityTaskExecutions: 50,
  });
}

/** Set-based work by schedule: few runs, none of them worth keeping in memory for long. */
async function operationsWorker(parts: WorkerParts): Promise<Worker> {
  const { codePath, buildId } = await parts.workflowBundle();
  return Worker.create({
    ...common(parts),
    taskQueue: OPERATIONS_QUEUE,
    workflowBundle: { codePath },
    buildId,
    activities: parts.activities.operations,
    maxCachedWorkflows: 10,
    reuseV8Context: true,
    stickyQueueScheduleToStartTimeout: '1s',
    maxConcurrentActivityTaskExecutions: 8,
    maxConcurrentWorkflowTaskPolls: 2,
    maxConcurrentActivityTaskPolls: 2,
  });
}
