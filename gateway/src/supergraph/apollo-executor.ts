import process from 'node:process';
import type { PreparedOperation } from '../documents/prepare.ts';
import { PLANNER_BOUNDS } from '../planning/bounds.ts';
import type { AskSubgraph } from '../subgraph/ask.ts';
import { apolloDataSource } from './apollo-data-source.ts';
import type { LoadExecutor } from './supergraph.ts';

/** The stock executor of @apollo/gateway, behind our own data source. */
export function apolloExecutor(ask: AskSubgraph): LoadExecutor {
  // Before anything of it is constructed: it would call home every hour and probe the cloud's metadata address.
  // oxlint-disable-next-line node/no-process-env -- it can be switched off in no other way.
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
  return async (sdl) => {
    // 30 MB of a process that mostly never needs it.
    const { ApolloGateway } = await import('@apollo/gateway');
    const gateway = new ApolloGateway({
      supergraphSdl: sdl,
      buildService: ({ name }) => apolloDataSource(name, ask),
      logger: quiet,
      debug: false,
      queryPlannerConfig: PLANNER_BOUNDS,
      __exposeQueryPlanExperimental: false,
    });
    const { schema, executor } = await gateway.load({ apollo: {} });
    const seen = new WeakSet<PreparedOperation>();
    return {
      schema,
      executor,
      // It plans when it runs an operation for the first time, on the main thread, and can't be told to do so before.
      prepare(operation) {
        if (seen.has(operation)) return undefined;
        seen.add(operation);
        return Promise.resolve();
      },
      stop: () => gateway.stop(),
    };
  };
}

const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
