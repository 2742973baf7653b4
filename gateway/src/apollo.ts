import { ApolloServer, HeaderMap, type ApolloServerPlugin, type GraphQLRequestListener, type HTTPGraphQLRequest } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GatewayInterface, GatewaySchemaLoadOrUpdateCallback } from '@apollo/server-gateway-interface';
import type { GraphQLFormattedError } from 'graphql';
import type { PreparedOperation } from './documents/prepare.ts';
import type { RequestState } from './request-state.ts';
import type { Supergraph } from './supergraph/supergraph.ts';

export interface OperationResult {
  readonly status: number;
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly GraphQLFormattedError[] | undefined;
}

/** Apollo Server around the executor of whichever supergraph a request began with. */
export interface Apollo {
  run(state: RequestState, variables: Readonly<Record<string, unknown>> | undefined): Promise<OperationResult>;
  /** Tells Apollo Server and its plugins of the supergraph that new requests begin with. */
  announce(supergraph: Supergraph): void;
  stop(): Promise<void>;
}

interface ApolloContext {
  readonly state: RequestState;
}

export async function startApollo(first: Supergraph): Promise<Apollo> {
  const listeners = new Set<GatewaySchemaLoadOrUpdateCallback>();
  const announce = ({ schema, sdl }: Supergraph) => {
    for (const listener of listeners) listener({ apiSchema: schema, coreSupergraphSdl: sdl });
  };
  const gateway: GatewayInterface = {
    onSchemaLoadOrUpdate(callback) {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
    load() {
      announce(first);
      return Promise.resolve({
        executor: (request) => (request.context as ApolloContext).state.supergraph.executor(request),
      });
    },
    stop: () => Promise.resolve(),
  };
  const documents = documentsInHand();
  const server = new ApolloServer<ApolloContext>({
    gateway,
    // Clients can register nothing (http/params.ts): it is the gateway that names a document by its hash, which Apollo Server would
    // otherwise work out for every request.
    persistedQueries: { cache: documents },
    // Documents come prepared (documents/prepare.ts): parsed, measured before they are validated, and remembered per supergraph.
    documentStore: null,
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    logger: quiet,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      preparedDocuments,
    ],
  });
  await server.start();
  return {
    async run(state, variables) {
      const { operation } = state;
      documents.take(operation);
      try {
        const { body, http } = await server.executeOperation(
          {
            extensions: { persistedQuery: { version: 1, sha256Hash: operation.hash } },
            ...(operation.name === null ? {} : { operationName: operation.name }),
            ...(variables ? { variables } : {}),
            http: ACCEPTS_ONE_ANSWER,
          },
          { contextValue: { state } },
        );
        if (body.kind !== 'single') throw new Error('The gateway serves no incremental answers');
        const { data, errors } = body.singleResult;
        return { status: http.status ?? 200, data, errors };
      } finally {
        documents.release(operation);
      }
    },
    announce,
    stop: () => server.stop(),
  };
}

/** The documents of requests in flight, by hash. */
function documentsInHand() {
  const inHand = new Map<string, { readonly source: string; requests: number }>();
  return {
    take({ hash, source }: PreparedOperation) {
      const entry = inHand.get(hash);
      if (entry) entry.requests += 1;
      else inHand.set(hash, { source, requests: 1 });
    },
    release({ hash }: PreparedOperation) {
      const entry = inHand.get(hash);
      if (entry && (entry.requests -= 1) === 0) inHand.delete(hash);
    },
    // What Apollo Server asks; it puts a prefix before the hash.
    get: (key: string) => Promise.resolve(inHand.get(key.slice(key.indexOf(':') + 1))?.source),
    set: () => Promise.resolve(),
    delete: () => Promise.resolve(),
  };
}

const prepared: GraphQLRequestListener<ApolloContext> = {
  didResolveSource(context: { contextValue: ApolloContext; document?: unknown }) {
    context.document = context.contextValue.state.operation.document;
    return Promise.resolve();
  },
};
const listener = Promise.resolve(prepared);
const preparedDocuments: ApolloServerPlugin<ApolloContext> = { requestDidStart: () => listener };
/** Without it Apollo Server weighs media types for every request; ours are settled before (http/media-type.ts). */
const ACCEPTS_ONE_ANSWER: HTTPGraphQLRequest = { method: 'POST', headers: new HeaderMap([['accept', '']]), search: '', body: null };
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
