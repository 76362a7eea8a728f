import { setTimeout as sleep } from 'node:timers/promises';
import { temporal } from '@temporalio/proto';
import type { NativeConnection } from '@temporalio/worker';
import type { Queue } from '../settings';

const { TaskQueueType } = temporal.api.enums.v1;
const everyMs = 50;

/** The kind of poll that shows a queue is served: effects have activities alone. */
const pollKind = {
  cases: TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
  effects: TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY,
  operations: TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
} as const;

/** Resolves when the server has seen a poll of this process on every queue: from then on nothing waits for a worker. */
export async function untilPolled(
  connection: NativeConnection,
  where: { namespace: string; queues: Queue[]; identity: string },
  patienceMs = 30_000,
): Promise<void> {
  const until = Date.now() + patienceMs;
  const waiting = new Set(where.queues);
  while (waiting.size > 0) {
    for (const queue of waiting) {
      const { pollers } = await connection.workflowService.describeTaskQueue({
        namespace: where.namespace,
        taskQueue: { name: queue },
        taskQueueType: pollKind[queue],
      });
      if (pollers?.some((poller) => poller.identity === where.identity)) waiting.delete(queue);
    }
    if (waiting.size === 0) return;
    if (Date.now() >= until) throw new Error(`The server saw no poll on ${[...waiting].join(', ')}.`);
    await sleep(everyMs);
  }
}
