import { createRequire, Module } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Loads a package's TypeScript from source, so that the catalogue's files can be checked before anything is built. */
export function requireSource(...path) {
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
  return require(join(root, ...path));
}
