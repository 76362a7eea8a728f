import type { SupervisionActivities } from '@due-process/contracts';
import type { EngineEyes } from './engine-eyes';
import type { FaultKind, RunFaultStore } from './run-fault.store';

/** The engine's lists lag behind: every look reaches back this far beyond the last. */
const overlapMs = 3 * 60_000;
/** A run that has just begun may not have written its first rows. */
const settlingMs = 60_000;
const fullEveryMs = 60 * 60_000;

/**
 * The look that the rows cannot take (design §9): failing workflow tasks, open cases whose run is gone, runs without an open case. What has changed
 * since the last look is asked for every time, everything against everything once an hour. Each suspicion is asked about again before it is noted,
 * and each note again until it is no longer so.
 */
export function createSweepEngine(
  eyes: EngineEyes,
  store: RunFaultStore,
  clock = () => new Date(),
): SupervisionActivities['sweepEngine'] {
  const tally = { found: 0, cleared: 0 };
  const note = async (caseNo: string, kind: FaultKind, code: string, detail = ''): Promise<void> => {
    await store.put({ caseNo, kind, code, detail });
    tally.found++;
  };
  const forget = async (kind: FaultKind, gone: string[]): Promise<void> => {
    if (gone.length > 0) await store.clear(kind, gone);
    tally.cleared += gone.length;
  };

  async function failingTasks(): Promise<void> {
    const failing = new Set(await eyes.failing());
    await forget(
      'taskFailing',
      (await store.faults('taskFailing')).filter((caseNo) => !failing.has(caseNo)),
    );
    for (const caseNo of await store.unended([...failing])) {
      const { code, detail } = await eyes.failureOf(caseNo);
      await note(caseNo, 'taskFailing', code, detail);
    }
  }

  async function missingRuns(since: Date, full: ReadonlySet<string> | undefined): Promise<void> {
    const known = await store.faults('runMissing');
    const unlisted = full ? (await store.allUnended()).filter((caseNo) => !full.has(caseNo)) : [];
    const suspects = [...new Set([...known, ...(await eyes.closedSince(since)), ...unlisted])];
    const unended = new Set(await store.unended(suspects));
    const back: string[] = known.filter((caseNo) => !unended.has(caseNo));
    for (const caseNo of unended) {
      if (!(await eyes.isRunning(caseNo))) await note(caseNo, 'runMissing', 'RUN_MISSING');
      else if (known.includes(caseNo)) back.push(caseNo);
    }
    await forget('runMissing', back);
  }

  async function unexpectedRuns(since: Date, full: ReadonlySet<string> | undefined, now: Date): Promise<void> {
    const known = await store.faults('runUnexpected');
    const fresh = new Set(await eyes.startedSince(new Date(now.getTime() - settlingMs)));
    const listed = full ? [...full] : await eyes.startedSince(since);
    const suspects = [...new Set([...known, ...listed])].filter((caseNo) => !fresh.has(caseNo));
    const unended = new Set(await store.unended(suspects));
    const gone = known.filter((caseNo) => unended.has(caseNo));
    for (const caseNo of suspects.filter((one) => !unended.has(one))) {
      if (await eyes.isRunning(caseNo)) await note(caseNo, 'runUnexpected', 'RUN_UNEXPECTED');
      else if (known.includes(caseNo)) gone.push(caseNo);
    }
    await forget('runUnexpected', gone);
  }

  /** A trouble is taken away by the success of what failed; one whose effect nobody tries any more has no such end. */
  async function endedTroubles(): Promise<void> {
    await store.dropQuietWrites();
    for (const caseNo of await store.quietTroubles())
      await store.dropTroubles(caseNo, [...(await eyes.pendingActivities(caseNo))]);
  }

  return async () => {
    const now = clock();
    Object.assign(tally, { found: 0, cleared: 0 });
    const since = new Date(((await store.seenTo('runs')) ?? now).getTime() - overlapMs);
    const lastFull = await store.seenTo('allRuns');
    const isFull = !lastFull || now.getTime() - lastFull.getTime() > fullEveryMs;
    const full = isFull ? new Set(await eyes.running()) : undefined;
    await failingTasks();
    await missingRuns(since, full);
    await unexpectedRuns(since, full, now);
    await endedTroubles();
    await store.putQueues(await eyes.queues());
    const took = clock().getTime() - now.getTime();
    if (isFull) await store.seen('allRuns', now, took);
    await store.seen('runs', now, took);
    return { ...tally };
  };
}
