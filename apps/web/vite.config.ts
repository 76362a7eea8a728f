import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
/** Where the API listens while the pages are worked on: `API=http://127.0.0.1:4811 npx vite apps/web`. */
const api = process.env['API'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: at('.'),
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
