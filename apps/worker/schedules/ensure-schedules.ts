import { ScheduleAlreadyRunning, type Client, type ScheduleOptions } from '@temporalio/client';

/**
 * Makes the schedules, or brings existing ones to what this build says. A schedule that an operator has paused stays paused.
 * Several workers may start at once: whoever comes second updates to the same.
 */
export async function ensureSchedules(client: Client, wanted: readonly ScheduleOptions[]): Promise<void> {
  for (const options of wanted) {
    try {
      await client.schedule.create(options);
    } catch (error) {
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
      const { spec, action, policies } = options;
      await client.schedule
        .getHandle(options.scheduleId)
        .update((existing) => ({ ...existing, spec, action, policies: { ...existing.policies, ...policies } }));
    }
  }
}
