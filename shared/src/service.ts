import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { JWK } from 'jose';
import type { Connection, Model } from 'mongoose';
import { Registry } from 'prom-client';
import type { Clock } from './clock.ts';
import type { ServiceName } from './contracts/roles.ts';
import { producersFor } from './contracts/events.ts';
import { createDoorbell, listenToDoorbell } from './events/doorbell.ts';
import { useFieldKeys } from './encrypted-fields.ts';
import type { FieldKeys } from './encryption.ts';
import { countEvents } from './events/metrics.ts';
import { createReadings, READ_EVENTS } from './events/readings.ts';
import { createRelay, eventModel, readEvents, type Relay } from './events/relay.ts';
import { createSubscriber, cursorModel, type EventHandlers, type Subscriber } from './events/subscriber.ts';
import { lingerOf, listen } from './http.ts';
import { createIdentitySigner, createIdentityVerifier } from './identity.ts';
import { newId, type NewId } from './ids.ts';
import { showKeyEnds } from './key-ends.ts';
import { stopInOrder, type StopStep } from './lifecycle.ts';
import type { Logger } from './log.ts';
import { buildIndexes, openStore, type AggregateFields } from './mongo.ts';
import { startOps } from './ops.ts';
import { createServiceClient, type Call, type PulledEvent, type PullEvents, type ServiceUrls } from './service-client.ts';
import type { Context } from './subgraph/context.ts';
import { buildSubgraph, type SubgraphDefinition } from './subgraph/schema.ts';
import { createSubgraphHandler, type CallHandlers } from './subgraph/server.ts';

/** Settings of a process that has a store, as `serviceSettings` reads them. */
export interface ServiceConfig {
  readonly HOST: string;
  readonly PORT: number;
  readonly OPS_PORT: number;
  readonly IDENTITY_PRIVATE_KEY: object;
  readonly IDENTITY_PUBLIC_KEYS: { readonly keys: readonly object[] };
  readonly SHUTDOWN_DEADLINE_MS: number;
  readonly MONGODB_URL: string;
  readonly REDIS_URL: string;
  readonly AUTO_INDEX: boolean;
  readonly QUEUE_PREFIX: string;
  /** Needed by the services whose types have restricted fields. */
  readonly FIELD_KEYS?: FieldKeys;
}

/** What a service's rooms are built from. */
export interface RoomDeps {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly call: Call;
  readonly log: Logger;
  readonly registry: Registry;
  /** Something was written outside a request: the relay looks soon. */
  readonly nudge: () => void;
}

/** A service as its `app.ts` describes it. */
export interface ServiceDefinition extends SubgraphDefinition {
  /** The models whose outboxes the relay empties. */
  readonly aggregates: readonly Model<never>[];
  /** Adds the service's rooms to a request's context. */
  contextFor(base: Context): object;
  readonly calls: CallHandlers;
  /** What this process does with the events of others; absent where another process of the service handles them. */
  readonly handlers?: EventHandlers;
  /** Takes every event of every service, its own included: the audit collector alone has it. */
  readonly collect?: (producer: ServiceName, pulled: readonly PulledEvent[]) => Promise<void>;
  /** Runs after each start, once the store answers and indexes stand. */
  onStoreReady?(): Promise<void>;
  /** What else the ops port shows, by rules of its own about who may see it. */
  readonly ops?: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Further things that stop before the store is closed. */
  readonly stopSteps?: readonly StopStep[];
}

export interface RunningService {
  readonly url: string;
  readonly opsUrl: string;
  readonly connection: Connection;
  readonly relay: Relay;
  readonly subscriber: Subscriber | null;
  /** Readiness off, drain, background work, queues, Redis, store. False when the deadline cut it. */
  stop(): Promise<boolean>;
}

/** Serves one subgraph: the same assembly for the four services, their tests and their images. */
export async function startService(options: {
  name: ServiceName;
  config: ServiceConfig;
  urls: ServiceUrls;
  log: Logger;
  clock: Clock;
  define: (deps: RoomDeps) => ServiceDefinition;
  /** Where the events of other services come from; by default their processes. */
  pullEvents?: PullEvents;
  /** Put around the writing down of readings, by a benchmark. */
  aroundRecording?: (record: Readings['record']) => Readings['record'];
}): Promise<RunningService> {
  const { name, config, log, clock } = options;
  const registry = new Registry();
  const signer = await createIdentitySigner(name, config.IDENTITY_PRIVATE_KEY as JWK);
  const verify = await createIdentityVerifier(name, config.IDENTITY_PUBLIC_KEYS as { keys: JWK[] });
  const client = createServiceClient({ signer, urls: options.urls });

  let definition: ServiceDefinition | null = null;
  const store = openStore({
    url: config.MONGODB_URL,
    log,
    async onConnected(connection) {
      if (config.AUTO_INDEX) await buildIndexes(connection);
      await definition?.onStoreReady?.();
    },
  });
  if (config.FIELD_KEYS) useFieldKeys(store.connection, config.FIELD_KEYS);
  const events = eventModel(store.connection);
  const cursors = cursorModel(store.connection);
  let relay: Relay | null = null;
  const nudge = () => relay?.nudge();
  definition = options.define({ connection: store.connection, clock, newId, call: client.call, log, registry, nudge });

  const schema = buildSubgraph(definition, readPrelude());
  const bell = createDoorbell({ producer: name, redisUrl: config.REDIS_URL, prefix: config.QUEUE_PREFIX, log });
  const readings = readingsOf(name, definition, { connection: store.connection, clock, newId });
  relay = createRelay({
    events,
    aggregates: definition.aggregates as unknown as Model<AggregateFields>[],
    disposable: readings ? [readings.model] : [],
    log,
    onMoved: bell.ring,
  });
  const { handlers, collect } = definition;
  const pullOthers = options.pullEvents ?? client.pullEvents;
  const pullEvents: PullEvents = (producer, after, limit) =>
    producer === name ? readEvents(events, after, limit) : pullOthers(producer, after, limit);
  const subscriber =
    (handlers || collect) && producersFor(name).length > 0
      ? createSubscriber({
          subscriber: name,
          instance: randomUUID(),
          cursors,
          pullEvents,
          ...(handlers ? { handlers } : {}),
          ...(collect ? { collect } : {}),
          log,
        })
      : null;
  const ear = subscriber
    ? listenToDoorbell({ subscriber: name, redisUrl: config.REDIS_URL, prefix: config.QUEUE_PREFIX, log, onRing: subscriber.wake })
    : null;
  showKeyEnds(registry, config.IDENTITY_PUBLIC_KEYS.keys);
  countEvents(registry, { name, events, subscriber });

  const subgraph = await createSubgraphHandler({
    name,
    schema,
    verify,
    log,
    contextFor: (request) => (definition as ServiceDefinition).contextFor({ ...request, clock, newId }),
    calls: definition.calls,
    readEvents: (after, limit) => readEvents(events, after, limit),
    afterMutation: nudge,
    ...(readings ? { recordReads: options.aroundRecording?.(readings.record) ?? readings.record } : {}),
  });
  const http = await listen(subgraph.handle, { host: config.HOST, port: config.PORT });
  const ops = await startOps({
    host: config.HOST,
    port: config.OPS_PORT,
    registry,
    ready: async () => ({ mongodb: await store.isReady() }),
    ...(definition.ops ? { more: definition.ops } : {}),
  });
  relay.start();
  subscriber?.start();

  const steps: StopStep[] = [
    { name: 'readiness', stop: ops.markStopping },
    { name: 'http', stop: () => http.drain(lingerOf(config.SHUTDOWN_DEADLINE_MS)) },
    { name: 'apollo', stop: subgraph.stop },
    ...(definition.stopSteps ?? []),
    { name: 'ear', stop: () => ear?.close() },
    { name: 'subscriber', stop: () => subscriber?.stop() },
    { name: 'relay', stop: () => relay?.stop() },
    { name: 'bell', stop: bell.close },
    { name: 'client', stop: client.close },
    { name: 'store', stop: store.close },
    { name: 'ops', stop: ops.close },
  ];
  return {
    url: http.url,
    opsUrl: ops.url,
    connection: store.connection,
    relay,
    subscriber,
    stop: () => stopInOrder(steps, config.SHUTDOWN_DEADLINE_MS, log),
  };
}

export type Readings = ReturnType<typeof createReadings>;

/** Where a service writes down who read what is restricted; it may have audited fields only if the event table has an event for it. */
export function readingsOf(
  name: ServiceName,
  { policies }: ServiceDefinition,
  deps: Pick<RoomDeps, 'connection' | 'clock' | 'newId'>,
): Readings | null {
  if (!policies.some((policy) => policy.kind === 'entity' && policy.audited)) return null;
  if (!(name in READ_EVENTS)) throw new Error(`${name} has audited fields and no event that tells who reads them`);
  return createReadings(deps.connection, READ_EVENTS[name as keyof typeof READ_EVENTS], deps);
}

/** The SDL that every subgraph begins with. */
export function readPrelude(): string {
  return readFileSync(join(import.meta.dirname, 'subgraph/prelude.graphql'), 'utf8');
}
