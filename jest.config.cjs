require('./scripts/inside.cjs');

/** Tests read the packages' sources (export condition `source`), so no build has to run before them. */
module.exports = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'require', 'node', 'node-addons', 'default'] },
  roots: ['<rootDir>/packages', '<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/cdktf.out/'],
  modulePathIgnorePatterns: ['<rootDir>/packages/.*/dist/', '<rootDir>/.cache/'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1', '$1.js'] },
  // For what hangs. How fast a machine is, and what else it does, is no concern of a test.
  testTimeout: 15 * 60_000,
  // Most tests wait for a process or a server rather than compute.
  maxWorkers: 3,
  testSequencer: '<rootDir>/test/setup/sequencer.cjs',
  // Whatever a test exchanges with a cloud is held against the vendor's description.
  setupFilesAfterEnv: ['<rootDir>/test/setup/traffic.ts'],
  reporters: ['default', '<rootDir>/test/setup/traffic-reporter.cjs'],
};
