import type { GatewayExecutor } from '@apollo/server-gateway-interface';
import { buildSchema, GraphQLError, parse } from 'graphql';
import type { PreparedOperation } from '../documents/prepare.ts';
import type { Planner } from '../planning/planner.ts';
import type { RequestState } from '../request-state.ts';
import type { AskSubgraph } from '../subgraph/ask.ts';
import type { LoadedExecutor, LoadExecutor } from '../supergraph/supergraph.ts';
import { compileOperation, type ExecutableOperation } from './operation.ts';
import { NotSupported } from './steps.ts';
import { typeRelations } from './type-relations.ts';

let loads = 0;

/**
 * Our own executor of Apollo's query plans. An operation is planned (in another thread) and compiled once per supergraph;
 * what it can't do, the stock executor does, which is loaded when it is first needed.
 */
export function ownExecutor(ask: AskSubgraph, planner: Planner, stock: LoadExecutor): LoadExecutor {
  return async (sdl) => {
    loads += 1;
    const name = `supergraph-${loads}`;
    const schema = buildSchema(await planner.load(name, sdl), { assumeValid: true });
    const isA = typeRelations(parse(sdl));
    const executables = new WeakMap<PreparedOperation, Promise<ExecutableOperation>>();
    let fallback: Promise<LoadedExecutor> | null = null;

    async function compile(operation: PreparedOperation): Promise<ExecutableOperation> {
      const plan = await planner.plan(name, operation.source, operation.name);
      return compileOperation({ schema, isA, operation, plan, ask });
    }

    function executable(operation: PreparedOperation): Promise<ExecutableOperation> {
      let found = executables.get(operation);
      if (!found) {
        executables.set(operation, (found = compile(operation)));
        // What failed by chance is tried again; what can't be supported stays known as that.
        found.catch((error: unknown) => error instanceof NotSupported || executables.delete(operation));
      }
      return found;
    }

    const executor: GatewayExecutor = async (request) => {
      const { state } = request.context as { state: RequestState };
      let run: ExecutableOperation;
      try {
        run = await executable(state.operation);
      } catch (error) {
        if (!(error instanceof NotSupported)) {
          state.log.error({ event: 'planning-failed', operation: state.operation.name, requestId: state.requestId, err: error });
          return { errors: [new GraphQLError('The operation could not be planned.')] };
        }
        fallback ??= stock(sdl);
        return (await fallback).executor(request);
      }
      return run(state, request.request.variables ?? {});
    };

    return {
      schema,
      executor,
      async prepare(operation) {
        await executable(operation).catch(() => undefined);
      },
      async stop() {
        await planner.drop(name).catch(() => undefined);
        if (fallback) await (await fallback).stop();
      },
    };
  };
}
