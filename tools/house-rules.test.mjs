import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings, rules } from './house-rules.mjs';

const bad = {
  'no-machine-path': ['docs/a.md', 'see /home/someone/notes'],
  'no-item-branch': ['workflows/stories/a.story.ts', "if (item.code === 'YT-2.2') return;"],
  'no-registry-host': ['docs/a.md', 'npm config set registry https://registry.npmjs.org'],
  'no-unfinished-mark': ['domain/a.ts', '// TODO later'],
  'no-enum': ['domain/a.ts', 'export enum Light { green }'],
  'no-module-variable': ['workflows/kernel/a.ts', 'let current: CaseRun | undefined;'],
};

for (const { rule } of rules) {
  test(`${rule} finds its example`, () => {
    const [line] = findings(...bad[rule]);
    assert.match(line ?? '', new RegExp(`${rule}: `));
  });
}

test('an item code in a comment, a test or the catalogue is no branch', () => {
  assert.deepEqual(findings('workflows/stories/a.story.ts', '/** Transfer out (YT-2.2, QD-3.1). */'), []);
  assert.deepEqual(findings('domain/a.spec.ts', "expect(code === 'YT-2.2').toBe(true)"), []);
  assert.deepEqual(findings('catalog/yantai-2020/items/a.yaml', 'code: YT-2.2'), []);
});

test('a relative path or an address with such a word is no machine path', () => {
  assert.deepEqual(findings('apps/api/a.ts', "get('/api/work/items'); './home/page'; 'https://x.cn/home/a'"), []);
});
