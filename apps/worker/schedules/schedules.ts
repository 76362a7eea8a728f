import { OPERATIONS_QUEUE } from '@due-process/contracts';
import type { Duration } from '@temporalio/common';
import { ScheduleOverlapPolicy, type ScheduleOptions } from '@temporalio/client';

/** `workflowType` runs by `spec` in the agencies' time of day, never beside itself; a moment missed by less than `catchupWindow` is made up for. */
const schedule = (
  scheduleId: string,
  workflowType: string,
  spec: ScheduleOptions['spec'],
  { runTimeout, catchupWindow }: { runTimeout: Duration; catchupWindow: Duration },
): ScheduleOptions => ({
  scheduleId,
  spec: { ...spec, timezone: 'Asia/Shanghai' },
  action: {
    type: 'startWorkflow',
    workflowType,
    workflowId: scheduleId,
    taskQueue: OPERATIONS_QUEUE,
    workflowRunTimeout: runTimeout,
  },
  policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow },
});

/**
 * The clockwork of the whole installation. A minute that was missed is not caught up, since the next one does the same work;
 * the night's reconciliation is, for a day. The sweep looks three times a minute unless it is set otherwise, so that trouble shows within one.
 */
export const schedules = (sweepSeconds: number): readonly ScheduleOptions[] => [
  schedule(
    'every-minute',
    'everyMinute',
    { calendars: [{ second: 0, minute: '*', hour: '*' }] },
    { runTimeout: '10 minutes', catchupWindow: '1 minute' },
  ),
  schedule(
    'sweep',
    'sweep',
    { intervals: [{ every: `${sweepSeconds} seconds` }] },
    { runTimeout: '3 minutes', catchupWindow: '20 seconds' },
  ),
  schedule(
    'rounds',
    'keepRounds',
    { intervals: [{ every: '10 minutes' }] },
    { runTimeout: '10 minutes', catchupWindow: '10 minutes' },
  ),
  schedule(
    'review-rounds',
    'keepReviewRounds',
    { calendars: [{ second: 30, minute: '*', hour: '*' }] },
    { runTimeout: '10 minutes', catchupWindow: '1 minute' },
  ),
  // The first of a month, before the offices open; a day that was missed is caught up for three weeks.
  schedule(
    'monthly-settlement',
    'monthlySettlement',
    { calendars: [{ second: 0, minute: 0, hour: 3, dayOfMonth: 1 }] },
    { runTimeout: '10 days', catchupWindow: '21 days' },
  ),
  schedule(
    'daily',
    'daily',
    { calendars: [{ second: 0, minute: 0, hour: 2 }] },
    { runTimeout: '12 hours', catchupWindow: '1 day' },
  ),
];
