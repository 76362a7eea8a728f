/**
 * Works a list off in order, some at a time. One that wants the machine to itself waits for the others and lets none begin.
 * @template T
 * @param {T[]} items
 * @param {number} lanes
 * @param {(item: T) => Promise<void>} work
 * @param {(item: T) => boolean} [alone]
 */
export async function inLanes(items, lanes, work, alone = () => false) {
  const waiting = [...items];
  const under = new Set();
  while (waiting.length > 0 || under.size > 0) {
    const [next] = waiting;
    const room = next !== undefined && (alone(next) ? under.size === 0 : under.size < lanes);
    if (!room) {
      await Promise.race(under);
      continue;
    }
    waiting.shift();
    const one = work(next).finally(() => under.delete(one));
    under.add(one);
    if (alone(next)) await one;
  }
}
