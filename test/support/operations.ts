import { randomUUID } from 'node:crypto';
import { OPERATIONS_QUEUE } from '@due-process/contracts';
import { withTemporal } from './system';

/** Runs one of the scheduled workflows now, beside whatever the schedule itself starts, and gives its result. */
const runNow = <T>(type: 'everyMinute' | 'daily'): Promise<T> =>
  withTemporal(
    (client) =>
      client.workflow.execute(type, {
        workflowId: `test-${type}-${randomUUID()}`,
        taskQueue: OPERATIONS_QUEUE,
        args: [],
      }) as Promise<T>,
  );

export const runMinute = () =>
  runNow<{ rungs: { fired: number; messages: number }; sms: { sent: number; failed: number } }>('everyMinute');
export const runNight = () => runNow<{ letters: { checked: number; missing: number; resent: number } }>('daily');
