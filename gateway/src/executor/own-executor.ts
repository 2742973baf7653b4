import type { GatewayExecutor } from '@apollo/server-gateway-interface';
import { buildSchema, parse } from 'graphql';
import { tracing } from '@servicepunt/shared/telemetry/tracing';
import type { PreparedOperation } from '../documents/prepare.ts';
import { TooHardToPlan, type Planner } from '../planning/planner.ts';
import type { RequestState } from '../request-state.ts';
import type { AskSubgraph } from '../subgraph/ask.ts';
import type { LoadedExecutor, LoadExecutor } from '../supergraph/supergraph.ts';
import { compileOperation, type ExecutableOperation } from './operation.ts';
import { NotSupported } from './steps.ts';
import { typeRelations } from './type-relations.ts';

let loads = 0;

/**
 * Our own executor of Apollo's query plans. An operation is planned (in another process) and compiled once per supergraph;
 * what it can't do, the stock executor does, which is loaded when it is first needed.
 */
export function ownExecutor(ask: AskSubgraph, planner: Planner, stock: LoadExecutor): LoadExecutor {
  return async (sdl) => {
    loads += 1;
    const name = `supergraph-${loads}`;
    const schema = buildSchema(await planner.load(name, sdl), { assumeValid: true });
    const isA = typeRelations(parse(sdl));
    const ready = new WeakMap<PreparedOperation, ExecutableOperation | 'stock'>();
    const pending = new WeakMap<PreparedOperation, Promise<void>>();
    let fallback: Promise<LoadedExecutor> | null = null;

    async function compile(operation: PreparedOperation): Promise<void> {
      const work = () => planner.plan(name, operation.source, operation.name);
      const plan = await (tracing ? tracing.step('plan', 'internal', {}, work) : work());
      try {
        ready.set(operation, compileOperation({ schema, isA, operation, plan, ask }));
      } catch (error) {
        if (!(error instanceof NotSupported)) throw error;
        fallback ??= stock(sdl);
        await fallback.catch((failure: unknown) => {
          fallback = null;
          throw failure;
        });
        ready.set(operation, 'stock');
      }
    }

    function prepare(operation: PreparedOperation): Promise<void> | undefined {
      if (ready.has(operation)) return undefined;
      let work = pending.get(operation);
      if (!work) {
        pending.set(operation, (work = compile(operation)));
        // What failed by chance is tried again; what is too hard stays known as that.
        work.catch((error: unknown) => error instanceof TooHardToPlan || pending.delete(operation));
      }
      return work;
    }

    const executor: GatewayExecutor = async (request) => {
      const { state } = request.context as { state: RequestState };
      await prepare(state.operation);
      const run = ready.get(state.operation);
      if (typeof run === 'function') return run(state, request.request.variables ?? {});
      return (await (fallback as Promise<LoadedExecutor>)).executor(request);
    };

    return {
      schema,
      executor,
      prepare,
      async stop() {
        await planner.drop(name).catch(() => undefined);
        if (fallback) await (await fallback).stop();
      },
    };
  };
}
