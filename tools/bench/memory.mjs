import { openCase } from './product.mjs';

const atOnce = 16;

/** The worker with so many open cases in its cache, each opened over HTTP; the API under that load. */
export async function loadedMemory({ desks, meter, cases, progress }) {
  return progress.step(`登记 ${cases} 个办件并量内存`, async (detail) => {
    let left = cases;
    const clerk = async (at) => {
      while (left-- > 0) {
        await openCase(desks[at % desks.length]);
        if (left % 100 === 0) detail(`还有 ${left} 个`);
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, cases) }, (_none, at) => clerk(at)));
    return { cases, memory: meter.memory() };
  });
}
