import type { RoundActivities, RoundLook } from '@due-process/contracts';
import { shanghaiDate } from '@due-process/domain';
import { Context } from '@temporalio/activity';
import { paced } from '../calendar/pace';
import { dueSteps } from './due-steps';
import type { RoundStore } from './round.store';
import type { RoundTelling } from './tell-round';

/** Cases told at once (design §4, life of a case). */
const inFlight = 10;

/**
 * One look at a round: which steps it has reached by its days, and a page of its applications told of them. Who was
 * told is written after the case has taken it up, so a look that was cut off anywhere is repeated without harm.
 */
export function createLookAtRound(
  store: RoundStore,
  tell: (telling: RoundTelling, caseNo: string) => Promise<boolean>,
  perSecond: number,
): RoundActivities['lookAtRound'] {
  return async ({ windowId, limit }) => {
    const { cancellationSignal: signal, heartbeat } = Context.current();
    const window = await store.window(windowId);
    if (!window || window.withdrawn) return over;
    const open = await store.open(windowId);
    if (window.step === 'finished' && open === 0) return over;
    const today = shanghaiDate(new Date().toISOString());
    const reached = dueSteps(window, today);
    const look: RoundLook = { reached, told: 0, failed: 0, more: false, open, finished: false };
    for (const { step, on } of reached) {
      if (window.reached[step] === undefined) await store.reach(windowId, step, on);
      const page = await store.untold(windowId, step, limit - look.told - look.failed);
      await paced(page, { inFlight, perSecond, signal }, async (caseNo) => {
        const heard = await tell({ windowId, name: windowId, step, on }, caseNo);
        if (heard) await store.heard(caseNo, step);
        look[heard ? 'told' : 'failed']++;
        heartbeat();
      });
      if (look.told + look.failed >= limit) return { ...look, more: look.told > 0 };
    }
    const finished = reached.length > 0 && open === 0;
    if (finished) await store.finish(windowId);
    return { ...look, finished };
  };
}

const over: RoundLook = { reached: [], told: 0, failed: 0, more: false, open: 0, finished: true };
