/**
 * Resolves with the first of SIGINT, SIGTERM, SIGHUP. npm passes on the signal that the terminal has sent us already, so repeats
 * within two seconds are the same wish; a later one means "at once". A SIGTERM to npm itself ends only npm and its shell: being
 * left behind by them is the same wish too.
 * @param {() => void} [atOnce]
 * @returns {Promise<string>} the wish
 */
export function untilSignal(atOnce = () => process.exit(130)) {
  return new Promise((resolve) => {
    let first;
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => {
        first ??= Date.now();
        resolve(signal);
        if (Date.now() - first > 2_000) atOnce();
      });
    }
    if (process.env.npm_lifecycle_event) onceAbandoned(() => resolve('npm ended'));
  });
}

function onceAbandoned(act) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, 500);
  timer.unref();
}
