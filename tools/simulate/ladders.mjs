/**
 * Rungs as the product keeps them: rows that every change of the case writes anew, and that fall when their moment comes. A rung that has fallen stays
 * fallen; one whose clock stands still or has ended, or whose case is closed, is dropped.
 */
export class Ladders {
  pending = new Map();
  fallen = new Set();

  /** Rows of one change; those of a clock replace what was pending for it. */
  take(state, rows) {
    for (const { clockId, arming, rung, at, on, receivers, sms, state: now } of rows) {
      const key = `${clockId}:${arming}:${rung}`;
      if (now === 'pending' && !this.fallen.has(key))
        this.pending.set(key, { clockId, arming, rung, at, on, receivers, sms });
    }
    for (const [key, { clockId, arming }] of this.pending) {
      const clock = state.clocks[clockId];
      if (state.outcome !== undefined || !clock || clock.arming !== arming || clock.state !== 'running')
        this.pending.delete(key);
    }
  }

  /** What falls up to this instant, in order. */
  fall(until) {
    const due = [...this.pending].filter(([, { at }]) => at <= until).sort(([, a], [, b]) => (a.at < b.at ? -1 : 1));
    for (const [key] of due) {
      this.pending.delete(key);
      this.fallen.add(key);
    }
    return due.map(([, rung]) => rung);
  }
}
