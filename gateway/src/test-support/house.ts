import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, OperationTypeNode, parse, typeFromAST, type GraphQLInputType, type GraphQLSchema } from 'graphql';
import { SERVICES } from '@servicepunt/shared/contracts/roles';
import { readManifest } from '../documents/manifest.ts';
import { mockSubgraph, type MockSubgraph } from './mock-subgraph.ts';
import { randomInput, randomNumbers, type RandomOperation } from './random-operations.ts';

const ROOT = join(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** The subgraphs of the house by their checked-in SDL, with made-up answers. */
export function houseWorld(): MockSubgraph[] {
  const prelude = read('shared/src/subgraph/prelude.graphql');
  return SERVICES.flatMap((name) => {
    const files = globSync(`services/${name}/src/**/*.graphql`, { cwd: ROOT }).toSorted();
    return files.length > 0 ? [mockSubgraph(name, [prelude, ...files.map(read)].join('\n'), { faults: true })] : [];
  });
}

/** What they are composed to. */
export const houseSupergraph = (): string => read('gateway/supergraph.graphql');

/** Every query and mutation of gateway/operations with made-up variables. */
export function houseOperations(schema: GraphQLSchema): RandomOperation[] {
  const random = randomNumbers(7);
  return readManifest(join(ROOT, 'gateway/operations')).documents.flatMap(({ source }) =>
    parse(source).definitions.flatMap((definition) => {
      if (definition.kind !== Kind.OPERATION_DEFINITION || definition.operation === OperationTypeNode.SUBSCRIPTION) return [];
      const variables = Object.fromEntries(
        (definition.variableDefinitions ?? []).map(({ variable, type }) => [
          variable.name.value,
          randomInput(typeFromAST(schema, type as never) as unknown as GraphQLInputType, random),
        ]),
      );
      return [{ source, variables, ...(definition.name ? { operationName: definition.name.value } : {}) }];
    }),
  );
}
