import { allHandlersFinished, condition, continueAsNew, defineSignal, setHandler } from '@temporalio/workflow';
import { bulkActivities } from './activity-groups';

export interface Bulk {
  run: string;
  paused?: boolean;
}

export const pauseBulk = defineSignal('pause');
export const resumeBulk = defineSignal('resume');
export const cancelBulk = defineSignal('cancel');

const pageSize = 100;
const pagesPerRun = 200;

/**
 * Work on many cases in pages (批量办理). Which lines are still to do stands in the table alone, so the run may be paused, cancelled after the page under way,
 * or begun again for the lines that failed.
 */
export async function bulk({ run, paused: startsPaused = false }: Bulk): Promise<{ done: number; failed: number }> {
  let paused = startsPaused;
  let cancelled = false;
  setHandler(pauseBulk, () => void (paused = true));
  setHandler(resumeBulk, () => void (paused = false));
  setHandler(cancelBulk, () => void (cancelled = true));
  const total = { done: 0, failed: 0 };
  for (let pages = 0; ; pages++) {
    await condition(() => !paused || cancelled);
    if (cancelled) break;
    if (pages >= pagesPerRun) {
      await condition(allHandlersFinished);
      return continueAsNew<typeof bulk>({ run, paused });
    }
    const page = await bulkActivities.bulkPage({ run, limit: pageSize });
    total.done += page.done;
    total.failed += page.failed;
    if (page.left === 0) break;
  }
  await bulkActivities.finishBulk({ run, state: cancelled ? 'cancelled' : 'finished' });
  return total;
}
