/** @param {string[]} head @param {(string | number)[][]} rows @returns {string} a Markdown table; all columns but the first to the right */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_cell, at) => (at === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** @param {number} value */
export const figure = (value, digits = 1) => (Number.isFinite(value) ? value.toFixed(digits) : '–');

/** A measured value against its target, with whether it is met. */
export const verdict = (met) => (met ? 'met' : '**missed**');
