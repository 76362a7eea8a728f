/**
 * One line a step: its name, how long it has taken so far, and a mark with the seconds once it is over.
 * On a terminal the line is redrawn; in a log a long step repeats itself every 15 s, so that silence never means "hanging".
 *
 * @typedef {{ step<T>(name: string, work: (detail: (text: string) => void) => Promise<T> | T): Promise<T>,
 *             say(text: string): void }} Progress
 */

const redrawEvery = 1_000;
const repeatEvery = 15_000;

/** A reader that has gone away (a closed terminal) is no reason to fail: stopping in order is worth more. @returns {Progress} */
export function createProgress(out = process.stderr) {
  out.on('error', () => {});
  const draw = (text) => out.write(out.isTTY ? `\r\u001B[K${text}` : `${text}\n`);
  return {
    say: (text) => void out.write(`${text}\n`),
    async step(name, work) {
      const began = Date.now();
      let detail = '';
      let shown = '';
      const show = () => {
        shown = detail;
        draw(`… ${name} ${seconds(began)}${detail ? ` · ${detail.slice(0, 100)}` : ''}`);
      };
      if (out.isTTY) show();
      let ticks = 0;
      const timer = setInterval(() => {
        ticks += 1;
        if (out.isTTY || ticks % (repeatEvery / redrawEvery) === 0 || (ticks === 2 && shown === '')) show();
      }, redrawEvery);
      try {
        const value = await work((text) => (detail = text));
        draw(`✓ ${name} ${seconds(began)}${out.isTTY ? '\n' : ''}`);
        return value;
      } catch (error) {
        draw(`✗ ${name} ${seconds(began)}${out.isTTY ? '\n' : ''}`);
        throw error;
      } finally {
        clearInterval(timer);
      }
    },
  };
}

/** @returns {Progress} for callers that want no output */
export const silent = { say: () => {}, step: async (_name, work) => work(() => {}) };

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
