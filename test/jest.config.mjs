// Two projects: `unit` needs nothing but Node; `real` gets a PostgreSQL and Temporal servers from test/support/servers.ts.
const root = new URL('..', import.meta.url).pathname;

const shared = {
  rootDir: root,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.capofila'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
};

export default {
  rootDir: root,
  maxWorkers: 2,
  // A machine that does something else at the same time is slow, not wrong.
  testTimeout: 180_000,
  testSequencer: '<rootDir>/test/sequencer.mjs',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/{libs,apps,workflows}/**/*.spec.ts',
        '<rootDir>/test/{architecture,web}/**/*.spec.ts',
      ],
    },
    {
      ...shared,
      displayName: 'real',
      testMatch: [
        '<rootDir>/test/{integration,workflows,replay,release,e2e,faults,bench,browser}/**/*.spec.ts',
      ],
      globalSetup: '<rootDir>/test/support/start-servers.ts',
      globalTeardown: '<rootDir>/test/support/stop-servers.ts',
    },
  ],
};
