import { createRequire, Module } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

/** `npm run check:catalog`: holds the catalogue's files against its rules. Runs from source, so that a file can be checked before anything is built. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const options = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));

// oxlint-disable no-underscore-dangle -- Node 20 gives its loader's hooks no other names
require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    ...options,
    sourceMaps: false,
    swcrc: false,
    filename,
  });
  module._compile(code, filename);
};
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => {
  const own = /^@due-process\/([a-z]+)$/.exec(request);
  return resolve(own ? join(root, own[1], 'index.ts') : request, ...rest);
};
// oxlint-enable no-underscore-dangle

const { checkCatalog } = require(join(root, 'catalog', 'check', 'index.ts'));
const { reportTable } = require(join(root, 'catalog', 'check', 'report.ts'));

const { findings, items } = checkCatalog();
console.table(Object.fromEntries(reportTable(items).map(({ item, ...rest }) => [item, rest])));
for (const { file, at, problem } of findings) console.error(`catalog/${file}  ${at}  ${problem}`);
console.log(
  findings.length === 0
    ? `catalogue: ${items.length} items, nothing to complain of`
    : `catalogue: ${findings.length} findings`,
);
process.exit(findings.length === 0 ? 0 : 1);
