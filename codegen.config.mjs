// One generated file per service: resolver and argument types from its own SDL.
const services = ['students', 'employers', 'placements', 'notifications'];
const federation = ['shared/src/subgraph/prelude.graphql'];
export default {
  generates: Object.fromEntries(
    services.map((service) => [
      `services/${service}/src/schema.generated.ts`,
      {
        schema: [`services/${service}/src/**/*.graphql`, ...federation],
        plugins: ['typescript', 'typescript-resolvers'],
        config: {
          federation: true,
          useTypeImports: true,
          importExtension: '.ts',
          enumsAsConst: true,
          strictScalars: true,
          contextType: '@servicepunt/shared/subgraph/context#Context',
          mapperTypeSuffix: 'Row',
          scalars: { ID: 'string', Date: 'string', DateTime: 'Date', LocalTime: 'string', EmailAddress: 'string', PhoneNumber: 'string', URL: 'string', FreeText: 'string', _FieldSet: 'string', _Any: 'Record<string, unknown>' },
        },
      },
    ]),
  ),
};
