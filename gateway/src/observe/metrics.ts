import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { UnavailableReason } from '../subgraph/client.ts';

/** How one exchange with a subgraph ended. */
export type SubgraphOutcome = 'ok' | UnavailableReason;

export interface Metrics {
  /** `client` is one of the programs that `limits.ts` names, or what all others are called together. */
  operation(name: string, client: string, outcome: 'ok' | 'errors', seconds: number, cost: number): void;
  subgraph(name: string, outcome: SubgraphOutcome, seconds: number): void;
  refused(code: string): void;
  /** An operation's plan: known (`hit`), made now (`miss`), or not to be had (`refused`). */
  plan(result: 'hit' | 'miss' | 'refused'): void;
}

const SECONDS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

/** Counts what the gateway does. Operations are told apart by the names of our own clients' documents; all others count together. */
export function createMetrics(
  registry: Registry,
  sources: {
    knownOperations: ReadonlySet<string>;
    limitsShared: () => boolean;
    openBreakers: () => readonly string[];
    supergraphRefused: () => boolean;
  },
): Metrics {
  const registers = [registry];
  const operations = new Histogram({
    name: 'servicepunt_gateway_operation_seconds',
    help: 'Time from a request to its answer, by operation and outcome.',
    labelNames: ['operation', 'outcome'],
    buckets: SECONDS,
    registers,
  });
  const subgraphs = new Histogram({
    name: 'servicepunt_gateway_subgraph_seconds',
    help: 'Time of one exchange with a subgraph, by subgraph and outcome.',
    labelNames: ['subgraph', 'outcome'],
    buckets: SECONDS,
    registers,
  });
  const costs = new Histogram({
    name: 'servicepunt_gateway_operation_cost',
    help: 'Cost units of an operation with its variables.',
    labelNames: ['operation'],
    buckets: [10, 50, 100, 500, 1_000, 2_000, 5_000, 10_000, 20_000],
    registers,
  });
  const clientCosts = new Counter({
    name: 'servicepunt_gateway_client_cost_total',
    help: 'Cost units that each of our own programs used; all others count together.',
    labelNames: ['client'],
    registers,
  });
  const refusals = new Counter({
    name: 'servicepunt_gateway_refused_total',
    help: 'Requests that the gateway refused itself, by code.',
    labelNames: ['code'],
    registers,
  });
  const plans = new Counter({
    name: 'servicepunt_gateway_plans_total',
    help: 'Operations by whether their plan was known (hit), had to be made first (miss) or could not be made (refused).',
    labelNames: ['result'],
    registers,
  });
  // All there from the start: a rate over a series that isn't there yet is no number.
  for (const result of ['hit', 'miss', 'refused']) plans.inc({ result }, 0);
  gauge(
    registry,
    'servicepunt_gateway_limits_shared',
    'Whether rate limits are shared through Redis (1) or each process counts alone (0).',
    () => (sources.limitsShared() ? 1 : 0),
  );
  gauge(
    registry,
    'servicepunt_gateway_open_breakers',
    'Subgraphs that are left alone because they failed again and again.',
    () => sources.openBreakers().length,
  );
  gauge(
    registry,
    'servicepunt_gateway_supergraph_refused',
    'Whether the supergraph in the file could not be taken and an older one is in force.',
    () => (sources.supergraphRefused() ? 1 : 0),
  );
  return {
    operation(name, client, outcome, seconds, cost) {
      const operation = sources.knownOperations.has(name) ? name : 'other';
      operations.observe({ operation, outcome }, seconds);
      costs.observe({ operation }, cost);
      clientCosts.inc({ client }, cost);
    },
    subgraph: (subgraph, outcome, seconds) => subgraphs.observe({ subgraph, outcome }, seconds),
    refused: (code) => refusals.inc({ code }),
    plan: (result) => plans.inc({ result }),
  };
}

function gauge(registry: Registry, name: string, help: string, read: () => number): void {
  const made: Gauge = new Gauge({ name, help, registers: [registry], collect: () => made.set(read()) });
}
