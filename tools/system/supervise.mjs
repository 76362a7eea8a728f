/**
 * Keeps a service alive: when it dies by itself it is started again, waiting longer each time; after a calm minute the
 * patience begins anew. `giveUpAfter` consecutive failures end in `onGivingUp`.
 *
 * @param {import('./service.mjs').Service} service
 * @param {{ say(text: string): void, giveUpAfter?: number, onGivingUp?: (error: Error) => void,
 *           restart?: () => Promise<unknown>, firstDelay?: number, calm?: number }} options
 */
export function supervise(service, { say, giveUpAfter = Infinity, onGivingUp = () => {}, ...options }) {
  const { restart = () => service.start(), firstDelay = 500, calm = 60_000 } = options;
  let failures = 0;
  let aliveSince = Date.now();
  let stopped = false;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;

  const again = (reason) => {
    if (stopped) return;
    if (Date.now() - aliveSince > calm) failures = 0;
    failures += 1;
    if (failures > giveUpAfter) return onGivingUp(new Error(`${service.name} 反复退出：${reason}`));
    const delay = backoff(failures, firstDelay);
    say(`! ${service.name} 意外退出（${reason}），${delay / 1000} 秒后重新启动`);
    timer = setTimeout(async () => {
      try {
        await restart();
        aliveSince = Date.now();
        say(`✓ ${service.name} 已重新启动`);
      } catch (error) {
        again(error.message.split('\n')[0]);
      }
    }, delay);
  };
  service.onDeath((code, signal) => again(signal ?? code));
  return {
    /** From now on a death is nobody's business. */
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** 0.5 s, 1 s, 2 s … at most 15 s. */
export const backoff = (failures, first = 500) => Math.min(first * 2 ** (failures - 1), 15_000);
