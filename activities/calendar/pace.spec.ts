import { setTimeout as sleep } from 'node:timers/promises';
import { paced } from './pace';

describe('paced work', () => {
  test('does every item once with no more in flight than allowed', async () => {
    const done: number[] = [];
    let running = 0;
    let most = 0;
    await paced(
      Array.from({ length: 40 }, (_, item) => item),
      { inFlight: 4, perSecond: 10_000 },
      async (item) => {
        most = Math.max(most, ++running);
        await sleep(2);
        done.push(item);
        running--;
      },
    );
    expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, item) => item));
    expect(most).toBe(4);
  });

  test('begins no more a second than allowed', async () => {
    const begun = Date.now();
    await paced([1, 2, 3, 4, 5, 6], { inFlight: 10, perSecond: 50 }, async () => {});
    expect(Date.now() - begun).toBeGreaterThanOrEqual(95);
  });

  test('begins nothing more once it is told to stop', async () => {
    const stop = new AbortController();
    let begun = 0;
    await paced([1, 2, 3, 4, 5, 6], { inFlight: 2, perSecond: 10_000, signal: stop.signal }, async () => {
      begun++;
      stop.abort();
    });
    expect(begun).toBeLessThanOrEqual(2);
  });
});
