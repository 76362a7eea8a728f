import { setTimeout as sleep } from 'node:timers/promises';

/** A big job among people at work: as fast as the machine has room for, and slower as soon as commands take longer or fail. */
export interface YieldingLimits {
  inFlight: number;
  /** Commands begun a second: at first, and between which it may move. */
  start: number;
  least: number;
  most: number;
  /** A command that takes longer, on the average of the last ones, makes the people at the counters wait too. */
  calmMs: number;
}

export interface YieldingPace {
  inFlight: number;
  perSecond(): number;
  /** How long the latest command took, and whether it was answered in time at all. */
  saw(tookMs: number, answered: boolean): void;
  /** Waits for the next place in the row. */
  turn(): Promise<void>;
}

/** Weight of the latest command in the average, and how long a slowing down is left to show its effect. */
const weight = 0.1;
const settleMs = 500;
const slower = 0.75;
const faster = 0.1;

/** Up by a little with each command that came back quickly, down by a quarter at once: the law by which networks share a line. */
export function createYieldingPace(limits: YieldingLimits, now: () => number = Date.now): YieldingPace {
  const { inFlight, start, least, most, calmMs } = limits;
  let rate = start;
  let average = 0;
  let slowedAt = Number.NEGATIVE_INFINITY;
  let slot = 0;
  return {
    inFlight,
    perSecond: () => rate,
    saw(tookMs, answered) {
      average = average === 0 ? tookMs : (1 - weight) * average + weight * tookMs;
      if (answered && average <= calmMs) rate = Math.min(most, rate + faster);
      else if (now() - slowedAt >= settleMs) {
        rate = Math.max(least, rate * slower);
        slowedAt = now();
      }
    },
    async turn() {
      const wait = slot - now();
      slot = Math.max(slot, now()) + 1000 / rate;
      if (wait > 0) await sleep(wait);
    },
  };
}

/**
 * Works through the items at that pace. `work` says whether its command was answered in time, nothing when none was needed. Ends early, with what is
 * under way, when told to.
 */
export async function yielding<T>(
  items: readonly T[],
  pace: YieldingPace,
  stopped: () => boolean,
  work: (item: T) => Promise<boolean | undefined>,
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length && !stopped()) {
      const item = items[next++] as T;
      await pace.turn();
      const begun = Date.now();
      const answered = await work(item);
      if (answered !== undefined) pace.saw(Date.now() - begun, answered);
    }
  };
  await Promise.all(Array.from({ length: Math.min(pace.inFlight, items.length) }, lane));
}
