// Tests run as CommonJS through swc (half the time of native ESM); the real processes run as ESM and are started by e2e/.
export default {
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/\\.data/'],
  modulePathIgnorePatterns: ['/\\.data/', '/\\.cache/'],
  // jose is the only dependency that exists as an ES module alone.
  transformIgnorePatterns: ['node_modules/(?!jose/)'],
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }],
    'node_modules/jose/.*\\.js$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'ecmascript' } }, module: { type: 'commonjs' } },
    ],
  },
  globalSetup: './shared/src/test-support/global-setup.ts',
  globalTeardown: './shared/src/test-support/global-teardown.ts',
  cacheDirectory: '.cache/jest',
  testTimeout: 30_000,
  maxWorkers: 2,
};
