import { setTimeout as sleep } from 'node:timers/promises';
import { createYieldingPace, yielding } from './yielding';

const limits = { inFlight: 4, start: 20, least: 8, most: 30, calmMs: 400 };

describe('the pace of a big job', () => {
  let now = 0;
  const paceAt = () => createYieldingPace(limits, () => now);

  test('rises while commands come back quickly, and no further than allowed', () => {
    const pace = paceAt();
    for (let n = 0; n < 30; n++) pace.saw(100, true);
    expect(pace.perSecond()).toBeCloseTo(23);
    for (let n = 0; n < 100; n++) pace.saw(100, true);
    expect(pace.perSecond()).toBe(30);
  });

  test('falls at once when they take longer, again after a while, and never to nothing', () => {
    const pace = paceAt();
    pace.saw(900, true);
    expect(pace.perSecond()).toBe(15);
    pace.saw(900, true);
    expect(pace.perSecond()).toBe(15);
    for (let n = 0; n < 10; n++) {
      now += 500;
      pace.saw(900, true);
    }
    expect(pace.perSecond()).toBe(8);
  });

  test('falls when a command is not answered, however quickly that is known', () => {
    const pace = paceAt();
    pace.saw(5, false);
    expect(pace.perSecond()).toBe(15);
  });

  test('one slow command among many quick ones changes nothing', () => {
    const pace = paceAt();
    for (let n = 0; n < 10; n++) pace.saw(50, true);
    pace.saw(1500, true);
    expect(pace.perSecond()).toBeGreaterThanOrEqual(20);
  });
});

describe('work at that pace', () => {
  const items = Array.from({ length: 30 }, (_, item) => item);
  const fast = { ...limits, start: 5000, most: 5000 };

  test('does every item once with no more in flight than allowed', async () => {
    const done: number[] = [];
    let running = 0;
    let most = 0;
    await yielding(
      items,
      createYieldingPace(fast),
      () => false,
      async (item) => {
        most = Math.max(most, ++running);
        await sleep(2);
        done.push(item);
        running--;
        return true;
      },
    );
    expect(done.toSorted((a, b) => a - b)).toEqual(items);
    expect(most).toBe(4);
  });

  test('begins nothing more once it is told to stop', async () => {
    let begun = 0;
    await yielding(
      items,
      createYieldingPace(fast),
      () => begun >= 6,
      async () => {
        begun++;
        await sleep(1);
        return undefined;
      },
    );
    expect(begun).toBeLessThanOrEqual(6 + 4);
  });
});
