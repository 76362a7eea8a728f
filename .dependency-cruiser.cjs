/**
 * Who may import whom. Each package names what it may reach; everything else is refused. Type-only imports count: a type
 * from a forbidden package is the same coupling.
 */
const packages = '(contracts|domain|workflows|activities|entities|catalog|secrets|documents|apps/[^/]+)';
const npm = (...names) => `(^|/)node_modules/(${names.join('|')})/`;
const anyNpm = '(^|/)node_modules/';
/** Tests, and the helpers they share, may use test libraries and Node. */
const tests = '(\\.spec\\.ts$|/testing/)';

/** @param {string} name @param {string} from @param {string[]} may paths that may be reached besides the package's own @param {string} why */
const only = (name, from, may, why) => ({
  name: `${name}-imports`,
  comment: why,
  severity: 'error',
  from: { path: from, pathNot: tests },
  to: { pathNot: [from, ...may], dependencyTypesNot: ['core'] },
});
const noBuiltins = (name, from) => ({
  name: `${name}-without-node`,
  comment: 'No files, no network, no clock of the machine: only plain data.',
  severity: 'error',
  from: { path: from, pathNot: tests },
  to: { dependencyTypes: ['core'] },
});
const never = (name, from, to, why) => ({
  name,
  comment: why,
  severity: 'error',
  from: { path: from },
  to: { path: to },
});

module.exports = {
  forbidden: [
    only('contracts', '^contracts/', [npm('zod')], 'Contracts stand on nothing but zod.'),
    {
      name: 'zod-in-schemas-only',
      comment: 'Types and messages reach the workflow bundle, where zod has no place.',
      severity: 'error',
      from: { path: '^contracts/', pathNot: ['^contracts/schemas/', tests] },
      to: { path: [anyNpm, '^contracts/schemas/'] },
    },
    noBuiltins('contracts', '^contracts/'),
    only(
      'domain',
      '^domain/',
      ['^contracts/(?!schemas/)', npm('temporal-polyfill')],
      'Rules on plain data, one date library.',
    ),
    noBuiltins('domain', '^domain/'),
    only(
      'workflows',
      '^workflows/',
      ['^contracts/(?!schemas/)', '^domain/', npm('@temporalio/workflow', '@temporalio/common')],
      'Workflows must replay: no I/O, no schemas; activities through their interface in contracts.',
    ),
    noBuiltins('workflows', '^workflows/'),
    only(
      'activities',
      '^activities/',
      ['^contracts/', '^domain/', '^entities/', '^secrets/', anyNpm],
      'Side effects know no story.',
    ),
    never('activities-without-nest', '^activities/', npm('@nestjs'), 'Wired by the worker, usable without it.'),
    only(
      'entities',
      '^entities/',
      ['^contracts/', npm('typeorm', 'pg', 'reflect-metadata')],
      'Tables and nothing else.',
    ),
    only(
      'secrets',
      '^secrets/',
      ['^contracts/', '^domain/', anyNpm],
      'Keys and ciphers, shared by those that hold them.',
    ),
    only('catalog', '^catalog/', ['^contracts/', '^domain/', npm('zod', 'yaml')], 'The law as data, and its reader.'),
    only('documents', '^documents/', ['^contracts/', anyNpm], 'Paper from plain data: it opens and decides nothing.'),
    only(
      'api',
      '^apps/api/',
      ['^contracts/', '^domain/', '^entities/', '^secrets/', '^catalog/', '^documents/', anyNpm],
      'The API reads, and asks workflows by message; it runs neither them nor their effects.',
    ),
    never(
      'api-without-worker-libraries',
      '^apps/api/(?!.*\\.spec\\.ts$)',
      npm('@temporalio/(worker|workflow|activity)'),
      'The API is a Temporal client.',
    ),
    only(
      'worker',
      '^apps/worker/',
      ['^contracts/', '^domain/', '^entities/', '^secrets/', '^catalog/', '^activities/', '^workflows/', anyNpm],
      'The composition root: everything but the other processes.',
    ),
    only(
      'sandbox',
      '^apps/sandbox/',
      ['^contracts/', '^domain/', anyNpm],
      'The outside world knows only what is agreed between agencies.',
    ),
    only('web', '^apps/web/', ['^contracts/', anyNpm], 'The pages speak HTTP.'),
    {
      name: 'front-door',
      comment: 'A package is entered through its index (or the index of contracts/schemas).',
      severity: 'error',
      from: { path: `^${packages}/` },
      to: { path: `^${packages}/`, pathNot: ['^$1/', '^[^/]+/(schemas/)?index\\.ts$'] },
    },
    {
      name: 'no-cycles',
      comment: 'Files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that cannot be found is judged by no rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/', '\\.d\\.ts$'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['main', 'types'],
    },
  },
};
