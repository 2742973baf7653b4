import { existsSync, globSync, readFileSync } from 'node:fs';

// `SERVICE=students npm run codegen` makes one service's file alone.
// One generated file per service: resolver and argument types from its own SDL; `codegen.mappers.json` names the rows behind its types.
const services = ['students', 'employers', 'placements', 'notifications'].filter(
  (service) => (process.env.SERVICE ?? service) === service && existsSync(`services/${service}/codegen.mappers.json`),
);

/** Rows behind the types: named per service, and by pattern for what the shared parts return. */
function mappersOf(service) {
  const sdl = globSync(`services/${service}/src/**/*.graphql`)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const types = [...sdl.matchAll(/^type (\w+)/gm)].map((match) => match[1]);
  return {
    ...Object.fromEntries(
      types.filter((name) => name.endsWith('Connection')).map((name) => [name, '@servicepunt/shared/paging#AnyConnection']),
    ),
    ...Object.fromEntries(
      types.filter((name) => name.endsWith('Payload')).map((name) => [name, '@servicepunt/shared/mutation#PayloadBody']),
    ),
    ...JSON.parse(readFileSync(`services/${service}/codegen.mappers.json`, 'utf8')),
  };
}

export default {
  generates: Object.fromEntries(
    services.map((service) => [
      `services/${service}/src/schema.generated.ts`,
      {
        schema: ['shared/src/subgraph/prelude.graphql', `services/${service}/src/**/*.graphql`],
        plugins: ['typescript', 'typescript-resolvers'],
        config: {
          federation: true,
          useTypeImports: true,
          importExtension: '.ts',
          enumsAsConst: true,
          strictScalars: true,
          maybeValue: 'T | null | undefined',
          contextType: './context.ts#ServiceContext',
          mappers: mappersOf(service),
          scalars: {
            ID: 'string',
            Date: 'string',
            DateTime: 'Date',
            LocalTime: 'string',
            EmailAddress: 'string',
            PhoneNumber: 'string',
            URL: 'string',
            FreeText: 'string',
            _FieldSet: 'string',
            _Any: 'Record<string, unknown>',
          },
        },
      },
    ]),
  ),
};
