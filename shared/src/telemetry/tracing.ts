import type { Telemetry as QueueTelemetry } from 'bullmq';
import type { Logger } from 'pino';

/**
 * Everything that a span may carry. The list is closed, and nothing in it holds a person's name, an address, a text, a variable, a token or the
 * id of a person: traces leave for a collector that is none of ours and are read by people who may see no pupil. `graphql.operation.name` and
 * `servicepunt.client` are what a client's developers called their document and their program.
 */
export type AttributeName =
  | 'servicepunt.request_id'
  | 'servicepunt.client'
  | 'servicepunt.viewer_kind'
  | 'servicepunt.cost'
  | 'servicepunt.document.hash'
  | 'servicepunt.subgraph'
  | 'servicepunt.caller'
  | 'servicepunt.call'
  | 'servicepunt.outcome'
  | 'servicepunt.event.type'
  | 'servicepunt.event.producer'
  | 'graphql.operation.name'
  | 'graphql.operation.type'
  | 'http.response.status_code'
  | 'db.system.name'
  | 'db.operation.name'
  | 'db.collection.name'
  | 'messaging.operation.name'
  | 'messaging.destination.name'
  | 'messaging.batch.message_count'
  | 'error.type';
export type Attributes = { readonly [Name in AttributeName]?: string | number | undefined };
export type Kind = 'internal' | 'server' | 'client' | 'producer' | 'consumer';

/** What the rest of the house knows of tracing. Names of spans are words of ours or of the tables in `contracts/`, never a caller's. */
export interface Tracing {
  /** Runs what begins in this process: under the trace that its caller sent (`traceparent`), or as the first span of a new one. */
  entry<Result>(
    name: string,
    options: { readonly kind: Kind; readonly parent?: string | undefined; readonly attributes?: Attributes },
    work: () => Promise<Result>,
  ): Promise<Result>;
  /** Runs a part of what is being done. Outside of a span (a loop that looks by itself) it runs untold. */
  step<Result>(name: string, kind: Kind, attributes: Attributes, work: () => Promise<Result>): Promise<Result>;
  /**
   * Runs what earlier work led to, by the traces that were stored with it. One trace goes on; of several, each is linked to from a new one;
   * without any it runs untold.
   */
  after<Result>(
    traces: readonly (string | undefined)[],
    name: string,
    kind: Kind,
    attributes: Attributes,
    work: () => Promise<Result>,
  ): Promise<Result>;
  /** Adds to the span in hand. */
  annotate(attributes: Attributes): void;
  /** The span in hand as W3C `traceparent`: for a header, or to be stored with what will be done later. */
  traceparent(): string | undefined;
  /** For what goes on after the work in hand has ended: a timer that is set now and again and again. */
  detached<Result>(work: () => Result): Result;
  /** What each log line is given. */
  logFields(): { readonly traceId?: string };
  /** For the queues whose jobs carry their trace. */
  readonly queues: QueueTelemetry;
  /** A span per command that is sent while a span is open: its name and collection, never what is in it. */
  watchStore(client: { on(event: string, listener: (event: never) => void): unknown }): void;
  /** Where it's told, once a minute at most, that traces don't reach the collector. */
  reportTo(log: Logger): void;
  /** Sends what is left, within `withinMs`; never fails. */
  stop(withinMs: number): Promise<void>;
}

/**
 * The tracing of this process, or null: the state in which nothing of it is loaded and a hook costs the reading of this variable.
 * One for the process, as there is one standard output: what it follows crosses forty factories that have nothing else to do with it.
 */
export let tracing: Tracing | null = null;

/** Set by `startTracing` before anything else is built; by tests. */
export function useTracing(started: Tracing | null): void {
  tracing = started;
}
