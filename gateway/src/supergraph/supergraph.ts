import { createHash } from 'node:crypto';
import type { GatewayExecutor } from '@apollo/server-gateway-interface';
import { parse, type GraphQLSchema } from 'graphql';
import { readCostTable } from '../documents/cost-table.ts';
import { readPlannedFields } from '../documents/planned-fields.ts';
import { createDocumentStore, type DocumentStore, type PreparedOperation } from '../documents/prepare.ts';
import type { DocumentLimits } from '../limits/limits.ts';

/** Runs operations of one supergraph: an executor of query plans. */
export interface LoadedExecutor {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly executor: GatewayExecutor;
  /**
   * Does what the first request for an operation has to wait for; undefined when that is done. Rejects when it can't be done:
   * with `TooHardToPlan` or `PlannerBusy`, or with what is wrong on our side.
   */
  prepare(operation: PreparedOperation): Promise<void> | undefined;
  stop(): Promise<void>;
}
export type LoadExecutor = (sdl: string) => Promise<LoadedExecutor>;

/** One loaded supergraph. A request keeps the one that it began with, whatever is loaded meanwhile. */
export interface Supergraph extends LoadedExecutor {
  /** Tells two supergraphs apart in logs. */
  readonly id: string;
  readonly sdl: string;
  readonly documents: DocumentStore;
}

/** Loads a supergraph; rejects with what is wrong with it. */
export async function loadSupergraph(options: {
  sdl: string;
  load: LoadExecutor;
  limits: DocumentLimits;
  open: boolean;
}): Promise<Supergraph> {
  const { sdl } = options;
  const document = parse(sdl);
  const [costs, planned] = [readCostTable(document), readPlannedFields(document)];
  const loaded = await options.load(sdl);
  return {
    ...loaded,
    id: createHash('sha256').update(sdl).digest('hex').slice(0, 12),
    sdl,
    documents: createDocumentStore({ schema: loaded.schema, costs, planned, limits: options.limits, open: options.open }),
  };
}

/** Names and addresses of the subgraphs that a supergraph is composed from. */
export function subgraphsOf(sdl: string): { name: string; url: string }[] {
  return [...sdl.matchAll(/@join__graph\(name: "([^"]+)", url: "([^"]*)"\)/g)].map(([, name = '', url = '']) => ({ name, url }));
}
