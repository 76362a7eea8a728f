/**
 * Resolves with the first of SIGINT, SIGTERM, SIGHUP. npm passes on the signal that the terminal has sent us already, so repeats
 * within two seconds are the same wish; a later one means "at once".
 * @param {() => void} [atOnce]
 * @returns {Promise<NodeJS.Signals>}
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
  });
}
