/** The walls of the house that a file-name lint can't see. */
export default {
  forbidden: [
    {
      name: 'services-do-not-import-each-other',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
    {
      name: 'services-import-no-tool',
      severity: 'error',
      from: { path: '^(services|gateway)/', pathNot: '(\\.test\\.ts$|test-support/|^services/[^/]+/(prove|bench)/)' },
      to: { path: '^(tools|e2e)/' },
    },
    {
      name: 'shared-imports-no-service',
      severity: 'error',
      from: { path: '^shared/', pathNot: '(\\.test\\.ts$|test-support/)' },
      to: { path: '^(services|gateway|tools|e2e)/' },
    },
    { name: 'gateway-imports-no-service', severity: 'error', from: { path: '^gateway/' }, to: { path: '^services/' } },
    // 50 MB of every gateway, for what it never does.
    {
      name: 'gateway-loads-no-store',
      severity: 'error',
      from: { path: '^gateway/src/main\\.ts$' },
      to: { path: '^shared/src/(mongo|service|run|events/.*)\\.ts$', reachable: true },
    },
    {
      name: 'production-imports-no-test-support',
      severity: 'error',
      from: { path: '^(services|gateway|shared)/', pathNot: '(\\.test\\.ts$|test-support/|^services/[^/]+/(prove|bench)/)' },
      to: { path: 'test-support/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'node_modules' },
    parser: 'swc',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node'] },
  },
};
