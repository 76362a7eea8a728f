const summary = (value: unknown): string => JSON.stringify(value)?.slice(0, 1500) ?? String(value);

/** Asks until it is so. An attempt that fails is asked again; at the end it says what it saw last. */
export async function until<T>(
  what: string,
  look: () => Promise<T>,
  holds: (seen: T) => boolean,
  seconds = 30,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (let last: unknown; ;) {
    try {
      const seen = await look();
      if (holds(seen)) return seen;
      last = seen;
    } catch (error) {
      last = error instanceof Error ? error.message : error;
    }
    if (Date.now() > end) throw new Error(`not within ${seconds} s: ${what}; last seen ${summary(last)}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
