const preset = require('./jest.preset.cjs');
const project = (displayName, testMatch, extra = {}) => ({ ...preset, displayName, testMatch, ...extra });
const patient = { setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'] };

/**
 * unit: pure rules, no server. database: needs DATABASE_URL. workflow: needs the time-skipping server.
 * replay: recorded histories. acts: the whole system over HTTP, real servers. faults: the same while the servers die.
 * walks: every situation of the catalogue over HTTP, when asked for.
 * screens: the same in Chromium, as its people walk through their day. `node tools/test.mjs` provides them all.
 */
module.exports = {
  projects: [
    project(
      'unit',
      ['contracts', 'domain', 'catalog', 'secrets', 'documents', 'activities', 'apps', 'workflows', 'tools'].map(
        (d) => `<rootDir>/${d}/**/*.spec.ts`,
      ),
      {
        testPathIgnorePatterns: ['/node_modules/', '\\.(database|workflow|replay)\\.spec\\.ts$'],
      },
    ),
    project('database', ['<rootDir>/{entities,activities,apps,secrets}/**/*.database.spec.ts'], patient),
    project('workflow', ['<rootDir>/workflows/**/*.workflow.spec.ts'], patient),
    project('replay', ['<rootDir>/workflows/**/*.replay.spec.ts'], patient),
    project('acts', ['<rootDir>/test/**/*.spec.ts'], {
      ...patient,
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/(screens|walks|faults)/'],
    }),
    project('faults', ['<rootDir>/test/faults/**/*.spec.ts'], patient),
    project('walks', ['<rootDir>/test/walks/**/*.spec.ts'], patient),
    project('screens', ['<rootDir>/test/screens/**/*.screens.spec.ts'], patient),
  ],
};
