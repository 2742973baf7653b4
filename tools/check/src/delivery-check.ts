import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { composeServices } from '@apollo/composition';
import { QueryPlanner, type FetchNode, type PlanNode, type QueryPlan, type SubscriptionNode } from '@apollo/query-planner';
import { Kind, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { refusalsOf, type ClientOperation } from './schema-check.ts';

/**
 * Whether one service may be rolled out alone: while old and new run beside each other, the operations of real clients are answered by the old
 * gateway with the new subgraph and by the new gateway with the old subgraph, and both pairs compose. Tells what would not work.
 */
export function deliveryProblems(releasedSdl: string, currentSdl: string, operations: readonly ClientOperation[]): string[] {
  const released = readRelease(releasedSdl);
  const current = readRelease(currentSdl);
  return [...current.subgraphs.keys()].flatMap((name) => {
    const [before, after] = [released.subgraphs.get(name), current.subgraphs.get(name)];
    if (!before || !after || before.sdl === after.sdl) return [];
    const known = operations.filter(({ document }) => isValid(released, document));
    return [
      ...pairProblems('the old gateway', released, `the new ${name}`, name, after, known),
      // What the new schema doesn't answer at all is told by the schema check.
      ...pairProblems(
        'the new gateway',
        current,
        `the old ${name}`,
        name,
        before,
        known.filter(({ document }) => isValid(current, document)),
      ),
    ];
  });
}

interface Subgraph {
  readonly sdl: string;
  readonly schema: GraphQLSchema;
}
interface Release {
  readonly supergraph: Supergraph;
  readonly api: GraphQLSchema;
  readonly subgraphs: ReadonlyMap<string, Subgraph>;
}

/** A kind of operation that a schema doesn't have breaks no rule of GraphQL's validation, since nothing can be said about its fields. */
const isValid = ({ api }: Release, document: DocumentNode) =>
  refusalsOf(api, document).length === 0 &&
  document.definitions.every((definition) => definition.kind !== Kind.OPERATION_DEFINITION || api.getRootType(definition.operation));

/** A supergraph holds the subgraphs that it was composed from. */
function readRelease(sdl: string): Release {
  const supergraph = Supergraph.build(sdl);
  const subgraphs = new Map<string, Subgraph>();
  for (const subgraph of supergraph.subgraphs())
    subgraphs.set(subgraph.name, { sdl: subgraph.toString(), schema: subgraph.schema.toGraphQLJSSchema({ includeDefer: false }) });
  return { supergraph, api: supergraph.apiSchema().toGraphQLJSSchema(), subgraphs };
}

function pairProblems(
  gateway: string,
  release: Release,
  other: string,
  name: string,
  subgraph: Subgraph,
  operations: readonly ClientOperation[],
): string[] {
  const beside = [...release.subgraphs].map(([each, { sdl }]) => [each, each === name ? subgraph.sdl : sdl] as const);
  const composed = composeServices(beside.map(([each, sdl]) => ({ name: each, url: `http://${each}`, typeDefs: parse(sdl) })));
  const problems = (composed.errors ?? []).map((error) => `${gateway} with ${other} doesn't compose: ${error.message}`);
  const planner = new QueryPlanner(release.supergraph);
  for (const { file, document } of operations) {
    for (const fetch of fetchesOf(release, planner, document).filter(({ serviceName }) => serviceName === name)) {
      for (const error of validate(subgraph.schema, parse(fetch.operation)))
        problems.push(`${gateway} with ${other}: ${file} is not answered: ${error.message}`);
    }
  }
  return [...new Set(problems)];
}

/** What the gateway would ask of the subgraphs for each operation of a document. */
function fetchesOf({ supergraph }: Release, planner: QueryPlanner, document: DocumentNode): FetchNode[] {
  return document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    const operationName = definition.name?.value;
    const operation = operationFromDocument(supergraph.apiSchema(), document, operationName === undefined ? {} : { operationName });
    return nodesOf(planner.buildQueryPlan(operation).node);
  });
}

function nodesOf(node: QueryPlan['node'] | PlanNode | SubscriptionNode): FetchNode[] {
  if (node?.kind === 'Fetch') return [node];
  // The gateway asks the query field of the same name, which is held equal to it.
  if (node?.kind === 'Subscription') return [node.primary, ...nodesOf(node.rest)];
  if (node?.kind === 'Flatten') return nodesOf(node.node);
  if (node?.kind === 'Sequence' || node?.kind === 'Parallel') return node.nodes.flatMap(nodesOf);
  if (node?.kind === 'Condition') return [...nodesOf(node.ifClause), ...nodesOf(node.elseClause)];
  return [];
}
