import { OPERATIONS_QUEUE } from '@due-process/contracts';
import { ScheduleOverlapPolicy, type ScheduleOptions } from '@temporalio/client';

const shanghai = 'Asia/Shanghai';

/**
 * The clockwork of the whole installation. A minute that was missed is not caught up, since the next one does the same work;
 * the night's reconciliation is, for a day. The sweep looks three times a minute, so that trouble shows within one.
 */
export const schedules: readonly ScheduleOptions[] = [
  {
    scheduleId: 'every-minute',
    spec: { calendars: [{ second: 0, minute: '*', hour: '*' }], timezone: shanghai },
    action: {
      type: 'startWorkflow',
      workflowType: 'everyMinute',
      workflowId: 'every-minute',
      taskQueue: OPERATIONS_QUEUE,
      workflowRunTimeout: '10 minutes',
    },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 minute' },
  },
  {
    scheduleId: 'sweep',
    spec: { intervals: [{ every: '20 seconds' }], timezone: shanghai },
    action: {
      type: 'startWorkflow',
      workflowType: 'sweep',
      workflowId: 'sweep',
      taskQueue: OPERATIONS_QUEUE,
      workflowRunTimeout: '3 minutes',
    },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '20 seconds' },
  },
  {
    scheduleId: 'rounds',
    spec: { intervals: [{ every: '10 minutes' }], timezone: shanghai },
    action: {
      type: 'startWorkflow',
      workflowType: 'keepRounds',
      workflowId: 'rounds',
      taskQueue: OPERATIONS_QUEUE,
      workflowRunTimeout: '10 minutes',
    },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '10 minutes' },
  },
  {
    scheduleId: 'review-rounds',
    spec: { calendars: [{ second: 30, minute: '*', hour: '*' }], timezone: shanghai },
    action: {
      type: 'startWorkflow',
      workflowType: 'keepReviewRounds',
      workflowId: 'review-rounds',
      taskQueue: OPERATIONS_QUEUE,
      workflowRunTimeout: '10 minutes',
    },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 minute' },
  },
  {
    // The first of a month, before the offices open; a day that was missed is caught up for three weeks.
    scheduleId: 'monthly-settlement',
    spec: { calendars: [{ second: 0, minute: 0, hour: 3, dayOfMonth: 1 }], timezone: shanghai },
    action: {
      type: 'startWorkflow',
      workflowType: 'monthlySettlement',
      workflowId: 'monthly-settlement',
      taskQueue: OPERATIONS_QUEUE,
      workflowRunTimeout: '10 days',
    },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '21 days' },
  },
  {
    scheduleId: 'daily',
    spec: { calendars: [{ second: 0, minute: 0, hour: 2 }], timezone: shanghai },
    action: {
      type: 'startWorkflow',
      workflowType: 'daily',
      workflowId: 'daily',
      taskQueue: OPERATIONS_QUEUE,
      workflowRunTimeout: '12 hours',
    },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 day' },
  },
];
