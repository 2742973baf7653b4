import { ApolloServer, HeaderMap, type ApolloServerPlugin, type BaseContext, type GraphQLRequestListener } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLSchema } from 'graphql';
import { maskError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { isStoreUnavailable } from '../mongo.ts';
import { ServiceUnavailable } from '../service-client.ts';

/** One operation, as the body of a request holds it. */
export interface Operation {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Record<string, unknown>;
}
/** What Apollo Server needs of a request's context. */
export interface Told {
  readonly requestId: string;
  readonly log: Logger;
}
export interface Apollo {
  /** Answers one operation: HTTP status and JSON text. */
  run(operation: Operation, context: Told): Promise<{ status: number; text: string }>;
  stop(): Promise<void>;
}

/** Apollo Server around a subgraph's schema, with masked errors and nothing that it would do for browsers and for clients that nobody knows. */
export async function startApollo(schema: GraphQLSchema): Promise<Apollo> {
  const server = new ApolloServer<BaseContext & Told>({
    schema,
    introspection: false,
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    persistedQueries: byText,
    logger: quiet,
    formatError(formatted, error) {
      const original = unwrapResolverError(error);
      const unavailable = isStoreUnavailable(original) || original instanceof ServiceUnavailable;
      return unavailable
        ? { ...formatted, message: 'This part is not available now. Try again later.', extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }
        : formatted;
    },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      errorLog,
    ],
  });
  await server.start();
  return {
    async run({ query, ...operation }, context) {
      const { body, http } = await server.executeOperation(
        { ...operation, extensions: { persistedQuery: { version: 1, sha256Hash: query } }, http: ACCEPTS_NOTHING },
        { contextValue: context },
      );
      if (body.kind !== 'single') throw new Error('A subgraph serves no incremental answers');
      const { singleResult: result } = body;
      const { errors } = result;
      if (errors) result.errors = errors.map((error) => maskError(error, error, context.requestId, () => undefined));
      return { status: http.status ?? 200, text: JSON.stringify(result) };
    },
    stop: () => server.stop(),
  };
}

/**
 * Apollo Server finds a validated document by the hash of its text, which it computes for every request: as dear as the execution of a small
 * one. The key of a persisted document is taken as it is; so each text is its own key, here and in the store of documents. Nothing is persisted.
 */
const byText = {
  cache: {
    get: (key: string) => Promise.resolve(key.slice('apq:'.length)),
    set: () => Promise.resolve(),
    delete: () => Promise.resolve(true),
  },
};

/** Keeps Apollo Server from reading `accept` for incremental answers: to a request without HTTP it gives the header of a browser. */
const ACCEPTS_NOTHING = { method: 'POST', headers: new HeaderMap([['accept', '']]), search: '', body: null };

const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** The detail of an error goes to the log under its request id; the answer says no more than `maskError` allows. */
const logErrors: GraphQLRequestListener<BaseContext & Told> = {
  didEncounterErrors({ errors, contextValue }) {
    for (const error of errors) {
      const code = error.extensions['code'];
      if (code === undefined || code === 'INTERNAL_SERVER_ERROR')
        contextValue.log.error({ event: 'field-failed', path: error.path?.join('.'), err: error.originalError ?? error });
    }
    return Promise.resolve();
  },
};
const errorLog: ApolloServerPlugin<BaseContext & Told> = { requestDidStart: () => Promise.resolve(logErrors) };
