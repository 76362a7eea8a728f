import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { root } from './system/paths.mjs';

/** What is read before anything is installed or built: an entry and all that it imports at once, but not what it imports when it comes to it. */
function readAtOnce(path, seen = new Map()) {
  if (seen.has(path)) return seen;
  const text = readFileSync(path, 'utf8');
  const named = [...text.matchAll(/^(?:import|export)\s[^;]*?from '([^']+)'|^import '([^']+)'/gm)].map(
    (one) => one[1] ?? one[2],
  );
  const required = [...text.matchAll(/^(?:const|let|var)\s[^;]*?\brequire\('([^']+)'\)/gm)].map((one) => one[1]);
  const packages = [...named, ...required].filter((name) => !name.startsWith('.') && !name.startsWith('node:'));
  seen.set(path, packages);
  for (const name of named) if (name.startsWith('.')) readAtOnce(join(dirname(path), name), seen);
  return seen;
}

for (const entry of ['start.mjs', 'test.mjs', 'servers.mjs', 'reset.mjs', 'build.mjs'])
  test(`${entry} begins on a fresh checkout: nothing that it reads at once is a package`, () => {
    const found = [...readAtOnce(join(root, 'tools', entry))].filter(([, packages]) => packages.length > 0);
    assert.deepEqual(found, []);
  });
