import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inLanes } from './lanes.mjs';
import { fromJest, fromNodeTest, lastLine } from './outcome.mjs';

const jest = (numbers) => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  ...numbers,
});
const ran = (code) => ({ code, output: '' });
const counts = ({ passed, failed }) => [passed, failed];

test('a skipped test counts as failed', () => {
  assert.deepEqual(counts(fromJest(jest({ numPassedTests: 3, numPendingTests: 1, numTodoTests: 1 }), ran(0))), [3, 2]);
});

test('a suite that could not be read, a run that broke off and a group without tests are failures', () => {
  assert.deepEqual(counts(fromJest(jest({ numPassedTests: 3, numRuntimeErrorTestSuites: 1 }), ran(1))), [3, 1]);
  assert.deepEqual(counts(fromJest(undefined, ran(1))), [0, 1]);
  assert.deepEqual(counts(fromJest(jest({}), ran(1))), [0, 1]);
  assert.deepEqual(counts(fromJest(jest({ numPassedTests: 2 }), ran(1))), [2, 1]);
});

test('the counts of the Node test runner are read from its last lines', () => {
  const output = '# tests 5\n# pass 3\n# fail 1\n# cancelled 0\n# skipped 1\n# todo 0\n';
  assert.deepEqual(counts(fromNodeTest({ code: 1, output })), [3, 2]);
});

test('the last line adds the groups up', () => {
  assert.equal(
    lastLine([
      { passed: 2, failed: 0 },
      { passed: 1, failed: 4 },
    ]),
    '3 passed, 4 failed',
  );
});

test('two lanes never hold three, and the one that wants the machine has it alone', async () => {
  const under = new Set();
  const seen = [];
  await inLanes(
    ['a', 'b', 'c', 'alone', 'd', 'e'],
    2,
    async (name) => {
      under.add(name);
      seen.push([...under]);
      await new Promise((resolve) => setTimeout(resolve, name.charCodeAt(0) % 7));
      under.delete(name);
    },
    (name) => name === 'alone',
  );
  assert.ok(seen.every((names) => names.length <= 2));
  assert.deepEqual(
    seen.find((names) => names.includes('alone')),
    ['alone'],
  );
  assert.equal(seen.length, 6);
});
