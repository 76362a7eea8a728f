import { condition } from '@temporalio/workflow';
import { nextWake } from '@due-process/domain';
import { now, type CaseRun } from './case-run';

/** Many periods end at one instant: wakes, never due dates, are spread over a quarter of an hour by the case's number. */
const SPREAD_MS = 15 * 60_000;

/** Numbers of one office and day differ in their last digits alone, and must still lie far apart (FNV-1a, mixed once more). */
export function spreadOf(caseNo: string): number {
  let hash = 0x811c9dc5;
  for (const char of caseNo) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) % SPREAD_MS;
}

/**
 * The one durable timer of a case, armed for the earliest moment that changes it. When the state changes it is armed anew only if something
 * earlier is due; otherwise it fires and looks again.
 */
export async function keepAlarm(file: CaseRun): Promise<never> {
  for (;;) {
    await condition(() => file.settled && nextWake(file.state) !== undefined);
    const at = nextWake(file.state) as string;
    const wait = Date.parse(at) - Date.parse(now());
    if (wait > 0) {
      const earlier = () => {
        const next = nextWake(file.state);
        return next !== undefined && next < at;
      };
      if (await condition(earlier, wait + spreadOf(file.state.caseNo))) continue;
    }
    await file.hear({ type: 'timeReached', now: now() }, 'time');
  }
}
