import type { RoundActivities, RoundLook } from '@due-process/contracts';
import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';

/**
 * A page takes seconds at the yielding rate; the heartbeat tells a dead worker within half a minute. No limit of tries: a round once opened is
 * carried to its end, and a case told twice knows the message by its id.
 */
const { lookAtRound } = proxyActivities<RoundActivities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '30s' },
});
const { keepRounds: keep } = proxyActivities<RoundActivities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1 minute', maximumAttempts: 5 },
});

export interface Round {
  windowId: string;
  /** Time between two looks when nothing is to be told. */
  everyMs?: number;
  told?: number;
}
export interface RoundProgress extends Partial<RoundLook> {
  windowId: string;
  told: number;
}

export const look = defineSignal('look');
export const roundProgress = defineQuery<RoundProgress>('progress');

const pageSize = 50;
const looksPerRun = 200;
const tenMinutes = 600_000;
/** Who did not answer (a worker was away, a case is broken) is told again soon, and holds up nobody meanwhile. */
const againMs = 15_000;

/**
 * One round (批次) of designations, from the closing of its applications until the last is decided: it looks how far it is, tells those who have not
 * heard, a page at a time, and waits. What each application does in between is its own affair, so none holds up another.
 */
export async function designationRound({ windowId, everyMs = tenMinutes, told = 0 }: Round): Promise<RoundProgress> {
  const progress: RoundProgress = { windowId, told };
  let asked = false;
  setHandler(roundProgress, () => progress);
  setHandler(look, () => void (asked = true));

  for (let looks = 0; ; looks++) {
    if (looks >= looksPerRun || workflowInfo().continueAsNewSuggested) {
      await condition(allHandlersFinished);
      return continueAsNew<typeof designationRound>({ windowId, everyMs, told: progress.told });
    }
    asked = false;
    const seen = await lookAtRound({ windowId, limit: pageSize });
    Object.assign(progress, seen, { told: progress.told + seen.told });
    if (seen.finished) return progress;
    if (!seen.more) await condition(() => asked, seen.failed > 0 ? Math.min(againMs, everyMs) : everyMs);
  }
}

/** Every few minutes: kept applications, rounds to be carried on, years with too few. */
export async function keepRounds(): ReturnType<RoundActivities['keepRounds']> {
  return keep();
}
