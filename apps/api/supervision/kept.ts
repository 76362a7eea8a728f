/** Counts this old are given as they are. */
const freshMs = 2000;
/** Counts no older than this are given at once while newer ones are made. */
const staleMs = 10_000;

/**
 * Counts over all open cases, made once for everybody who looks at the same time: a board that is looked at costs its readers nothing, and one that nobody has
 * looked at for ten seconds is counted anew.
 */
export class Kept<T> {
  private readonly kept = new Map<string, { at: number; value: T }>();
  private readonly making = new Map<string, Promise<T>>();

  async of(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.kept.get(key);
    const age = known ? Date.now() - known.at : Infinity;
    if (known && age < freshMs) return known.value;
    const fresh = this.begin(key, make);
    if (!known || age > staleMs) return fresh;
    fresh.catch(() => undefined);
    return known.value;
  }

  private begin(key: string, make: () => Promise<T>): Promise<T> {
    const running = this.making.get(key);
    if (running) return running;
    const begun = make()
      .then((value) => {
        this.kept.set(key, { at: Date.now(), value });
        return value;
      })
      .finally(() => this.making.delete(key));
    this.making.set(key, begun);
    return begun;
  }
}
