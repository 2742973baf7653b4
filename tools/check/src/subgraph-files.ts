import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, Source, type DefinitionNode, type DocumentNode } from 'graphql';
import { SERVICES, type ServiceName } from '@servicepunt/shared/contracts/roles';

/** The SDL of one subgraph as it is checked in; each definition knows the file that it stands in. */
export interface SubgraphFiles {
  readonly name: ServiceName;
  readonly document: DocumentNode;
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
  return text.trim() === '' ? [] : parse(new Source(text, file)).definitions;
}
