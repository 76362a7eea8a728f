import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
/** Where the API listens while the pages are worked on: `API=http://127.0.0.1:4811 npx vite apps/web`. */
const api = process.env['API'] ?? 'http://127.0.0.1:3000';

/** Each file beside itself in small, so that the server needs not press it again for every visitor. */
const precompressed: Plugin = {
  name: 'precompressed',
  writeBundle({ dir }) {
    const assets = join(dir ?? at('dist'), 'assets');
    for (const name of readdirSync(assets)) {
      if (!/\.(js|css)$/.test(name)) continue;
      const text = readFileSync(join(assets, name));
      if (text.length > 1024) writeFileSync(join(assets, `${name}.gz`), gzipSync(text, { level: 9 }));
    }
  },
};

export default defineConfig({
  root: at('.'),
  plugins: [precompressed],
  oxc: { jsx: { runtime: 'automatic' } },
  resolve: { alias: { '@due-process/contracts': at('../../contracts/index.ts') } },
  build: {
    rolldownOptions: { checks: { moduleLevelDirective: false } },
    outDir: at('dist'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: Object.fromEntries(['/api', '/public'].map((path) => [path, { target: api }])) },
});
