import type { OperationActivities } from '@due-process/contracts';
import { shanghaiDate } from '@due-process/domain';
import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { ActivityDeps } from '../deps';
import { paced } from './pace';
import { createRedatingStore, type AffectedCase } from './redating.store';
import { Tally } from './tally';
import { tellCase, type Told, type Telling } from './tell-case';

/** Cases told at once (design §4, life of a case). */
const inFlight = 10;

type RedatingActivities = Pick<OperationActivities, 'redatePage' | 'finishRedating'>;

/**
 * Publishing a calendar (design §6). A page is chosen by what the rows say now: a case already told counts by the new version and is not
 * chosen again, so a page may be cut off anywhere and repeated. A case that closed meanwhile is passed over.
 */
export function createRedatingActivities(
  deps: Pick<ActivityDeps, 'pool' | 'client' | 'redatesPerSecond'>,
): RedatingActivities {
  return redatingActivities(deps, (telling, affected) => tellCase(deps.client, telling, affected));
}

export function redatingActivities(
  deps: Pick<ActivityDeps, 'pool' | 'redatesPerSecond'>,
  tell: (telling: Telling, affected: AffectedCase) => Promise<Told>,
): RedatingActivities {
  const store = createRedatingStore(deps.pool);
  return {
    async redatePage({ proposal, after, limit }) {
      const { cancellationSignal: signal, heartbeat } = Context.current();
      const calendar = await store.begin(proposal);
      const touched = await store.touched(calendar);
      if (after === undefined) await store.expect(proposal, touched);
      const page = await store.page(touched, after ?? '', limit);

      const telling = { calendar, proposal, today: shanghaiDate(new Date().toISOString()) };
      const tally = new Tally(store, proposal);
      await paced(page, { inFlight, perSecond: deps.redatesPerSecond, signal }, async (affected) => {
        const caseNo = affected.case_no;
        const told = await tell(telling, affected);
        if (told === 'told') await tally.reached(caseNo);
        else if (told !== 'gone') await tally.missed(caseNo, told.code);
        else if (await store.isOpen(caseNo)) await tally.missed(caseNo, 'CASE_GONE');
        heartbeat();
      });
      const last = page.at(-1)?.case_no;
      await tally.note(signal.aborted ? undefined : last);
      if (signal.aborted) throw ApplicationFailure.retryable('stopped in the middle of a page', 'REDATING_INTERRUPTED');
      return { told: tally.told, failed: tally.failed, done: page.length < limit, ...(last !== undefined && { last }) };
    },

    async finishRedating({ proposal }) {
      const touched = await store.touched(await store.begin(proposal));
      const remaining = await store.remaining(touched);
      if (remaining === 0) await store.finish(proposal);
      return { remaining };
    },
  };
}
