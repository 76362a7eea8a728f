import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { root } from './system/paths.mjs';
import { attempt } from './system/run.mjs';

/** A gate that never closes is no gate: one file a rule (`*` is the rule's name), judged by the real configuration. */
const forbidden = {
  'contracts-imports': { 'contracts/*.ts': "import '@due-process/domain';" },
  'zod-in-schemas-only': { 'contracts/*.ts': "import 'zod';" },
  'contracts-without-node': { 'contracts/*.ts': "import 'node:fs';" },
  'domain-imports': { 'domain/*.ts': "import '@due-process/contracts/schemas';" },
  'domain-without-node': { 'domain/*.ts': "import 'crypto';" },
  'workflows-imports': { 'workflows/*.ts': "import type { x } from '@due-process/activities';" },
  'workflows-without-node': { 'workflows/kernel/*.ts': "import 'node:timers';" },
  'activities-imports': { 'activities/*.ts': "import '@due-process/workflows';" },
  'activities-without-nest': { 'activities/*.ts': "import '@nestjs/common';" },
  'entities-imports': { 'entities/*.ts': "import '@due-process/domain';" },
  'secrets-imports': { 'secrets/*.ts': "import '@due-process/entities';" },
  'catalog-imports': { 'catalog/*.ts': "import '@due-process/entities';" },
  'documents-imports': { 'documents/*.ts': "import '@due-process/domain';" },
  'api-imports': { 'apps/api/*.ts': "import '@due-process/workflows';" },
  'api-without-worker-libraries': { 'apps/api/*.ts': "import '@temporalio/worker';" },
  'worker-imports': { 'apps/worker/*.ts': "import '../api/index';", 'apps/api/index.ts': 'export {};' },
  'sandbox-imports': { 'apps/sandbox/*.ts': "import '@due-process/entities';" },
  'front-door': { 'domain/*.ts': "import '../contracts/inner/b';", 'contracts/inner/b.ts': 'export {};' },
  'no-cycles': { 'domain/*.ts': "import './no-cycles-back';", 'domain/*-back.ts': "import './no-cycles';" },
  'no-unresolved': { 'domain/*.ts': "import './nowhere';" },
};
const allowed = {
  'contracts/schemas/a.ts': "import 'zod';",
  'domain/a.ts': "import '@due-process/contracts'; import 'temporal-polyfill';",
  'domain/a.spec.ts': "import 'node:fs'; import 'fast-check';",
  'workflows/a.ts': "import '@due-process/domain'; import '@temporalio/workflow';",
  'activities/a.ts': "import '@due-process/entities'; import 'node:fs'; import 'undici';",
  'entities/a.ts': "import 'typeorm'; import '@due-process/contracts'; import 'node:path';",
  'apps/api/a.ts':
    "import '@nestjs/common'; import '@temporalio/client'; import '@due-process/catalog'; import '@due-process/documents';",
  'apps/worker/a.ts': "import '@due-process/workflows'; import '@due-process/activities';",
};

test('every forbidden import is refused under the name of its rule', async () => {
  const named = ([rule, files]) => Object.entries(files).map(([path, text]) => [path.replace('*', rule), text]);
  const found = await violations(Object.fromEntries(Object.entries(forbidden).flatMap(named)));
  for (const rule of Object.keys(forbidden)) {
    const file = new RegExp(`/${rule}(-back)?\\.ts$`);
    assert.ok(
      found.some((one) => one.rule.name === rule && file.test(one.from)),
      `${rule} was not reported`,
    );
  }
});

test('what the table permits passes', async () => {
  assert.deepEqual(await violations(allowed), []);
});

const folders = [
  'contracts',
  'domain',
  'workflows',
  'activities',
  'entities',
  'catalog',
  'secrets',
  'documents',
  'apps',
];

/** @returns {Promise<{ rule: { name: string }, from: string }[]>} */
async function violations(files) {
  const folder = mkdtempSync(join(tmpdir(), 'boundaries-'));
  try {
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json']) cpSync(join(root, name), join(folder, name));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const indexes = folders.map((name) => [`${name}/index.ts`, 'export {};']);
    const tree = { ...Object.fromEntries(indexes), 'contracts/schemas/index.ts': 'export {};', ...files };
    for (const [path, text] of Object.entries(tree)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), `${text}\n`);
    }
    const program = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
    const args = [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders];
    const { output } = await attempt(process.execPath, args, { cwd: folder, keep: 5_000_000 });
    return JSON.parse(output).summary.violations;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
