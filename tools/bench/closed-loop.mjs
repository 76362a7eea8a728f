/**
 * Each clerk takes the next case as soon as the last is done, until the time is over; cases begun are finished. A speed, and the
 * waiting that comes with it.
 *
 * @param {{ clerks: number, seconds: number, runCase: (clerk: number, time: <T>(work: () => Promise<T>) => Promise<T>) => Promise<string | undefined> }} options
 * @returns {Promise<{ cases: number, seconds: number, actions: number[], ids: string[] }>} actions: milliseconds each; ids: of workflows
 */
export async function closedLoop({ clerks, seconds, runCase }) {
  const actions = [];
  const ids = [];
  let cases = 0;
  const time = async (work) => {
    const began = performance.now();
    const result = await work();
    actions.push(performance.now() - began);
    return result;
  };
  const began = performance.now();
  const end = began + seconds * 1000;
  const work = async (clerk) => {
    while (performance.now() < end) {
      const id = await runCase(clerk, time);
      if (id !== undefined) ids.push(id);
      cases++;
    }
  };
  await Promise.all(Array.from({ length: clerks }, (_none, clerk) => work(clerk)));
  return { cases, seconds: (performance.now() - began) / 1000, actions, ids };
}
