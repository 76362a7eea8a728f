/** So many requests at a time: the clerks beside us work too. */
const width = 4;

export async function inTurn<One>(all: readonly One[], work: (one: One, at: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < all.length; at = next++) await work(all[at] as One, at);
  };
  await Promise.all(Array.from({ length: Math.min(width, all.length) }, lane));
}
