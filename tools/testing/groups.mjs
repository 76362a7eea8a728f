import { join } from 'node:path';
import { root } from '../system/paths.mjs';

/**
 * The groups of `npm test`, in the order in which they are begun. A gate counts as one test; the others by their own count.
 * `alone` ones get both cores and the servers: what they watch is how those live and die. Groups of one `system` share it; those who look at a day from its beginning have
 * their own, so that nobody else's cases are in their lists. `onRequest` ones run only when they are named.
 *
 * @typedef {{ name: string, title: string, kind: 'gate' | 'node' | 'jest', servers?: boolean, system?: 'main' | 'desk', testServer?: boolean,
 *             chromium?: boolean, alone?: boolean, onRequest?: boolean, minutes?: number, after?: string[], command?: string[] }} Group
 */
const bin = (...path) => [process.execPath, join(root, 'node_modules', ...path)];
const own = (name) => [process.execPath, join(root, 'tools', name)];
const cruised = [
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

/** @type {Group[]} */
export const groups = [
  {
    name: 'types',
    title: '类型',
    kind: 'gate',
    command: [...bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'tsconfig.json'],
  },
  {
    name: 'types-web',
    title: '网页类型',
    kind: 'gate',
    command: [...bin('typescript', 'bin', 'tsc'), '-p', join('apps', 'web')],
  },
  { name: 'unit', title: '规则', kind: 'jest' },
  { name: 'lint', title: '静态检查', kind: 'gate', command: [...bin('oxlint', 'bin', 'oxlint'), '--deny-warnings'] },
  { name: 'format', title: '排版', kind: 'gate', command: [...bin('prettier', 'bin', 'prettier.cjs'), '--check', '.'] },
  {
    name: 'boundaries',
    title: '依赖边界',
    kind: 'gate',
    command: [
      ...bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      ...cruised,
    ],
  },
  {
    name: 'spelling',
    title: '拼写',
    kind: 'gate',
    command: [...bin('cspell', 'bin.mjs'), '--no-progress', '--quiet', '.'],
  },
  { name: 'house-rules', title: '项目规矩', kind: 'gate', command: own('house-rules.mjs') },
  { name: 'catalogue', title: '目录', kind: 'gate', command: own('check-catalog.mjs') },
  { name: 'tools', title: '工具', kind: 'node' },
  { name: 'replay', title: '历史重放', kind: 'jest' },
  { name: 'workflow', title: '工作流', kind: 'jest', servers: true, testServer: true },
  { name: 'database', title: '数据库', kind: 'jest', servers: true },
  { name: 'screens', title: '页面', kind: 'jest', servers: true, system: 'desk', chromium: true },
  { name: 'acts', title: '整体行为', kind: 'jest', servers: true, testServer: true, system: 'main' },
  { name: 'faults', title: '故障', kind: 'jest', servers: true, system: 'main', alone: true },
  // Every situation of the catalogue over HTTP and every item in a browser, half an hour: `npm test -- walks`.
  {
    name: 'walks',
    title: '全部情形',
    kind: 'jest',
    servers: true,
    system: 'main',
    chromium: true,
    alone: true,
    onRequest: true,
    minutes: 60,
    after: own('items.mjs'),
  },
];
