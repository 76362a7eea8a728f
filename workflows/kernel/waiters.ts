/**
 * The branches of a story that wait, by key. A branch is parked while it waits; a flush happens only when all live branches are parked, so that
 * one command or wake is exactly one record and its reply covers everything it caused.
 */
export class Waiters {
  private readonly open = new Map<string, { resolve: () => void; reject: (reason: Error) => void }>();
  private live = 0;

  /** Every live branch waits: nothing more follows from what has happened. */
  get quiet(): boolean {
    return this.open.size >= this.live;
  }

  enter(branches = 1): void {
    this.live += branches;
  }

  leave(branches = 1): void {
    this.live -= branches;
  }

  park(key: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.open.set(key, { resolve, reject });
    });
  }

  /** Lets the branch that waits for this key go on. Nobody need be waiting: a result may be there before the story asks for it. */
  settle(key: string): void {
    const waiter = this.open.get(key);
    this.open.delete(key);
    waiter?.resolve();
  }

  /** Nobody waits for this key any more. */
  drop(key: string): void {
    this.open.delete(key);
  }

  rejectAll(reason: Error): void {
    const waiting = [...this.open.values()];
    this.open.clear();
    for (const waiter of waiting) waiter.reject(reason);
  }
}
