const preset = require('./jest.preset.cjs');
const project = (displayName, testMatch, extra = {}) => ({ ...preset, displayName, testMatch, ...extra });

/**
 * unit: pure rules, no server. database: needs DATABASE_URL. workflow: needs the time-skipping server.
 * replay: recorded histories. acts: the whole system over HTTP, real servers. `node tools/test.mjs` provides them all.
 */
module.exports = {
  projects: [
    project(
      'unit',
      ['contracts', 'domain', 'catalog', 'secrets', 'activities', 'apps', 'workflows', 'tools'].map(
        (d) => `<rootDir>/${d}/**/*.spec.ts`,
      ),
      {
        testPathIgnorePatterns: ['/node_modules/', '\\.(database|workflow|replay)\\.spec\\.ts$'],
      },
    ),
    project('database', ['<rootDir>/{entities,activities,apps,secrets}/**/*.database.spec.ts']),
    project('workflow', ['<rootDir>/workflows/**/*.workflow.spec.ts']),
    project('replay', ['<rootDir>/workflows/**/*.replay.spec.ts']),
    project('acts', ['<rootDir>/test/**/*.spec.ts']),
  ],
};
