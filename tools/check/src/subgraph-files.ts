import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GraphQLError, Kind, parse, Source, type DefinitionNode, type DocumentNode } from 'graphql';
import { SERVICES, type ServiceName } from '@servicepunt/shared/contracts/roles';

/** The SDL of one subgraph as it is checked in; each definition knows the file that it stands in. */
export interface SubgraphFiles {
  readonly name: ServiceName;
  readonly document: DocumentNode;
}

/** A file of a subgraph isn't SDL; the message says where. */
export class UnreadableSdl extends Error {
  override name = 'UnreadableSdl';
}

export const PRELUDE = 'shared/src/subgraph/prelude.graphql';

/** The subgraphs that have SDL below `root`, each with the prelude that the served schema begins with. */
export function readSubgraphs(root: string): SubgraphFiles[] {
  return SERVICES.filter((name) => existsSync(join(root, 'services', name, 'src'))).flatMap((name) => {
    const files = globSync(`services/${name}/src/**/*.graphql`, { cwd: root }).toSorted();
    if (files.length === 0) return [];
    return [{ name, document: { kind: Kind.DOCUMENT, definitions: [PRELUDE, ...files].flatMap((file) => definitionsIn(root, file)) } }];
  });
}

function definitionsIn(root: string, file: string): readonly DefinitionNode[] {
  const text = readFileSync(join(root, file), 'utf8');
  try {
    return text.trim() === '' ? [] : parse(new Source(text, file)).definitions;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const [{ line, column } = { line: 1, column: 1 }] = error.locations ?? [];
    throw new UnreadableSdl(`${file}:${line}:${column}: ${error.message}`);
  }
}
