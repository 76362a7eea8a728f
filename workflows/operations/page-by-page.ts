import { allHandlersFinished, condition, sleep, workflowInfo } from '@temporalio/workflow';

/** How far a run has come in a list of any length. It is the whole of what a run hands on when it continues as new. */
export interface Place {
  /** Where the next page begins; absent at the very start and at the start of each later pass. */
  after?: string;
  told: number;
  failed: number;
  /** A pass goes through the whole list; later passes pick up cases that could not be told. */
  pass: number;
  /** Cases that the last whole pass left. */
  remaining?: number;
}

export interface Paging {
  pageSize: number;
  /** Waited for before every page. */
  ready?(): Promise<unknown>;
  page(next: { limit: number; after?: string }): Promise<{
    told: number;
    failed: number;
    last?: string;
    done: boolean;
  }>;
  finish(): Promise<{ remaining: number }>;
}

const pagesPerRun = 200;
const longestWaitSeconds = 600;

/**
 * Tells every case of a list, page by page and pass by pass, until none is left; a case that cannot be told holds up none of the others, and the passes
 * come at growing intervals, ten minutes at most. `place` is kept up to date throughout.
 * @returns true when none is left; false when the run has grown long and is to continue as new from `place`
 */
export async function pageByPage(place: Place, { pageSize, ready, page, finish }: Paging): Promise<boolean> {
  for (let pages = 0; ; pages++) {
    await ready?.();
    if (pages >= pagesPerRun || workflowInfo().continueAsNewSuggested) {
      await condition(allHandlersFinished);
      return false;
    }
    const told = await page({ limit: pageSize, ...(place.after !== undefined && { after: place.after }) });
    place.told += told.told;
    place.failed += told.failed;
    place.after = told.last ?? place.after;
    if (!told.done) continue;

    place.remaining = (await finish()).remaining;
    if (place.remaining === 0) return true;
    await sleep(1000 * Math.min(5 * 2 ** Math.min(place.pass, 10), longestWaitSeconds));
    place.after = undefined;
    place.failed = 0;
    place.pass += 1;
  }
}
