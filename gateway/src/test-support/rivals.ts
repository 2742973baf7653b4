import type { GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { createLog } from '@servicepunt/shared/log';
import { readCostTable } from '../documents/cost-table.ts';
import { createDocumentStore, type DocumentStore } from '../documents/prepare.ts';
import { ownExecutor } from '../executor/own-executor.ts';
import { OPEN_DOCUMENT_LIMITS } from '../limits/limits.ts';
import type { Planner } from '../planning/planner.ts';
import type { RequestState } from '../request-state.ts';
import type { AskSubgraph } from '../subgraph/ask.ts';
import { SubgraphUnavailable } from '../subgraph/client.ts';
import { apolloExecutor } from '../supergraph/apollo-executor.ts';
import type { LoadedExecutor, Supergraph } from '../supergraph/supergraph.ts';
import type { MockSubgraph } from './mock-subgraph.ts';
import type { RandomOperation } from './random-operations.ts';
import { composed } from './subgraphs.ts';

export interface Outcome {
  readonly data: unknown;
  /** Each as text: place, code, message; sorted. Positions in lists are left out: the stock executor counts them wrong where entities are left out of a fetch. */
  readonly errors: readonly string[];
  /** Places of errors at which the answer holds a value all the same. */
  readonly astray: readonly string[];
}
export interface Rivals {
  readonly schema: GraphQLSchema;
  /** Requests that the last run of our own executor sent, as `subgraph body`. */
  readonly sent: readonly string[];
  /** `down` names a subgraph that doesn't answer. */
  run(operation: RandomOperation, down?: string): Promise<{ own: Outcome; stock: Outcome } | 'unplannable'>;
  runOwn(operation: RandomOperation, down?: string): Promise<Outcome>;
  stop(): Promise<void>;
}

/** Both executors over the same mocked subgraphs, without HTTP between; `sdl` where the supergraph is composed already. */
export async function startRivals(planner: Planner, subgraphs: readonly MockSubgraph[], sdl = composed(subgraphs)): Promise<Rivals> {
  const byName = new Map(subgraphs.map((subgraph) => [subgraph.name, subgraph]));
  let unavailable: string | undefined;
  const sent: string[] = [];
  const ask: AskSubgraph = (name, body) => {
    sent.push(`${name} ${body}`);
    if (name === unavailable) return Promise.reject(new SubgraphUnavailable(name, 'timeout'));
    return byName.get(name)?.answer(body) ?? Promise.reject(new Error(`no subgraph ${name}`));
  };
  const neverNeeded = () => Promise.reject(new Error('our executor gave up'));
  const own = await ownExecutor(ask, planner, neverNeeded)(sdl);
  const stock = await apolloExecutor(ask)(sdl);
  const documents = createDocumentStore({
    schema: own.schema,
    costs: readCostTable({ kind: 'Document', definitions: [] } as never),
    planned: new Map(),
    limits: OPEN_DOCUMENT_LIMITS,
    open: true,
  });
  const runOn = async (executor: LoadedExecutor, operation: RandomOperation, down: string | undefined) => {
    unavailable = down;
    sent.length = 0;
    try {
      return outcome(await executor.executor(contextFor(operation, documents, stock.schema)));
    } catch (error) {
      return { data: undefined, errors: [error instanceof Error ? error.message : String(error)], astray: [] };
    }
  };
  return {
    schema: own.schema,
    sent,
    async run(operation, down) {
      try {
        // The stock executor plans in this very process, and would take it along.
        await own.prepare(documents.prepare(operation.source, operation.operationName));
      } catch {
        return 'unplannable';
      }
      return { own: await runOn(own, operation, down), stock: await runOn(stock, operation, down) };
    },
    runOwn: (operation, down) => runOn(own, operation, down),
    async stop() {
      await own.stop();
      await stock.stop();
    },
  };
}

function contextFor(
  { source, variables, operationName }: RandomOperation,
  documents: DocumentStore,
  schema: GraphQLSchema,
): GatewayGraphQLRequestContext {
  const operation = documents.prepare(source, operationName);
  const state: RequestState = {
    requestId: 'test',
    viewer: null,
    deadline: Number.MAX_SAFE_INTEGER,
    log: createLog({ service: 'test', level: 'silent' }),
    supergraph: {} as Supergraph,
    operation,
    calls: [],
  };
  return {
    request: { query: source, variables, ...(operationName === undefined ? {} : { operationName }) },
    context: { state },
    document: operation.document,
    operation: operation.node,
    operationName: operation.name,
    source,
    queryHash: `${source} ${operationName}`,
    schema,
    metrics: {},
  } as unknown as GatewayGraphQLRequestContext;
}

function outcome(result: ExecutionResult): Outcome {
  const { valueCompletion } = (result.extensions ?? {}) as { valueCompletion?: { path?: Path }[] };
  const data = result.data === undefined ? undefined : (JSON.parse(JSON.stringify(result.data)) as unknown);
  const errors = (result.errors ?? []).map(({ path, extensions, message }) => ({
    path,
    text: `${extensions['code'] as string} ${message}`,
  }));
  // The stock executor hides a null that nobody explained in an extension; ours tells it as an error.
  const hidden = (valueCompletion ?? []).map(({ path }) => ({ path, text: COMPLETION }));
  // The stock executor shows a path of its own dealings with a subgraph.
  const all = [...errors, ...hidden].map((error) => (error.path?.includes('_entities') ? { ...error, path: undefined } : error));
  return {
    data,
    errors: all
      .map(({ path, text }) => `${(path ?? []).map((step) => (typeof step === 'number' ? '#' : step)).join('.')} ${text}`)
      .toSorted(),
    astray: all.flatMap(({ path }) => (path && !isIncomplete(data, path) ? [path.join('.')] : [])),
  };
}

const COMPLETION = 'undefined A subgraph answered with a value that its schema forbids.';

type Path = readonly (string | number)[];

/** Whether the answer has a null or an incomplete object at the place of an error, or a null above it. */
function isIncomplete(data: unknown, path: Path): boolean {
  let value = data;
  for (const step of path) {
    if (value === null || value === undefined) return true;
    value = (value as Record<string | number, unknown>)[step];
  }
  // Of an entity some subgraph could not give its part: the place is the whole entity.
  return value === null || value === undefined || (typeof value === 'object' && !Array.isArray(value));
}
