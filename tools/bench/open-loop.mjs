import { setTimeout as pause } from 'node:timers/promises';
import { Refused } from './clerk.mjs';
import { fiveSteps } from './product.mjs';

/**
 * Clerks who do not wait for one another: cases begin at random moments at the wanted rate, and each goes on to its next step after a
 * person's pause. A time counts from the moment the act was due, so a stall counts for everybody it would have kept waiting.
 *
 * @param {{ desks: Awaited<ReturnType<typeof import('./product.mjs').openDesks>>, rate: number, think?: number }} options
 *   rate: actions a second; think: mean pause in seconds between two steps of a case
 */
export function openLoop({ desks, rate, think = 2 }) {
  /** @type {{ at: number, took: number, failure?: string }[]} */
  const acts = [];
  const running = new Set();
  const ending = new AbortController();
  let begun = 0;

  async function act(due, work) {
    try {
      const view = await work();
      acts.push({ at: due, took: performance.now() - due });
      return view;
    } catch (error) {
      acts.push({
        at: due,
        took: performance.now() - due,
        failure: error instanceof Refused ? error.message : String(error),
      });
      return undefined;
    }
  }

  async function playCase(desk, due) {
    let view;
    for (const step of fiveSteps) {
      await pause(Math.max(0, due - performance.now()));
      view = await act(due, () => step(desk, view));
      if (!view) return;
      due = performance.now() + think * 1000 * (0.5 + Math.random());
    }
  }

  const perCase = (1000 * fiveSteps.length) / rate;
  const arrivals = (async () => {
    for (let due = performance.now(); !ending.signal.aborted; due += -Math.log(1 - Math.random()) * perCase) {
      await pause(Math.max(0, due - performance.now()));
      const one = playCase(desks[begun++ % desks.length], due).finally(() => running.delete(one));
      running.add(one);
    }
  })();

  return {
    acts,
    /** Those that were due in a stretch of time (performance.now()). */
    between: (from, to) => acts.filter(({ at }) => at >= from && at < to),
    /** No new cases; what has begun is finished. */
    async stop() {
      ending.abort();
      await arrivals;
      await Promise.all(running);
    },
  };
}
