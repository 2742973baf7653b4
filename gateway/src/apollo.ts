import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GatewayInterface, GatewaySchemaLoadOrUpdateCallback } from '@apollo/server-gateway-interface';
import type { GraphQLFormattedError } from 'graphql';
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
  const server = new ApolloServer<ApolloContext>({
    gateway,
    // Documents come prepared (documents/prepare.ts): parsed, measured before they are validated, and remembered per supergraph.
    documentStore: null,
    persistedQueries: false,
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
      const { body, http } = await server.executeOperation(
        {
          query: operation.source,
          ...(operation.name === null ? {} : { operationName: operation.name }),
          ...(variables ? { variables } : {}),
        },
        { contextValue: { state } },
      );
      if (body.kind !== 'single') throw new Error('The gateway serves no incremental answers');
      const { data, errors } = body.singleResult;
      return { status: http.status ?? 200, data, errors };
    },
    announce,
    stop: () => server.stop(),
  };
}

const didResolveSource = (context: { contextValue: ApolloContext; document?: unknown }) => {
  context.document = context.contextValue.state.operation.document;
  return Promise.resolve();
};
const preparedDocuments: ApolloServerPlugin<ApolloContext> = {
  requestDidStart: () => Promise.resolve({ didResolveSource }),
};
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
