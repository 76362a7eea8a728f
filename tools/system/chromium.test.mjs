import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { obtainChromium } from './chromium.mjs';

const progress = { say: () => {}, step: (_words, work) => work(() => {}) };

test('a browser that is named is taken; one that is named wrongly is an error, not a search', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'chromium-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const own = join(folder, 'own');
  writeFileSync(own, '');
  assert.equal(await obtainChromium({ progress, env: { CHROMIUM_PATH: own } }), own);
  await assert.rejects(obtainChromium({ progress, env: { CHROMIUM_PATH: `${own}-not` } }), /CHROMIUM_PATH/);
});

test('what cannot be installed is said in both languages, with the reason', async () => {
  const install = () => Promise.reject(new Error('no space left'));
  await assert.rejects(
    obtainChromium({ progress, env: {}, folders: [], install }),
    /请安装 chromium[^]*install it, or set CHROMIUM_PATH[^]*no space left/,
  );
});
