/**
 * What a group came to. A test that did not run is a test that failed: nothing is skipped silently, and a group without tests is one
 * failure.
 * @typedef {{ passed: number, failed: number, report: string }} Outcome
 */

/** @returns {Outcome} */
export const fromGate = ({ code, output }) => ({
  passed: code === 0 ? 1 : 0,
  failed: code === 0 ? 0 : 1,
  report: output,
});

/**
 * @param {any} json what Jest wrote with --json; undefined when it broke off
 * @param {{ code: number, output: string }} run
 * @returns {Outcome}
 */
export function fromJest(json, { code, output }) {
  if (!json) return { passed: 0, failed: 1, report: output };
  const passed = json.numPassedTests;
  const notRun = json.numPendingTests + json.numTodoTests;
  const failed = json.numFailedTests + json.numRuntimeErrorTestSuites + notRun;
  const report = notRun > 0 ? `${output}\n${notRun} 个测试未运行` : output;
  if (passed + failed === 0) return { passed, failed: 1, report: `${report}\n没有测试` };
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, report };
}

/** @param {{ code: number, output: string }} run output in TAP form @returns {Outcome} */
export function fromNodeTest({ code, output }) {
  const count = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  const passed = count('pass');
  const failed = count('fail') + count('cancelled') + count('skipped') + count('todo');
  if (passed + failed === 0) return { passed, failed: 1, report: output };
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, report: output };
}

/** @param {{ passed: number, failed: number }[]} outcomes @returns {string} the last line of a test run */
export function lastLine(outcomes) {
  const sum = (key) => outcomes.reduce((total, one) => total + one[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}
