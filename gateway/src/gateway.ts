import type { ServerOptions } from 'node:http';
import { join } from 'node:path';
import type { JWK } from 'jose';
import type { Redis } from 'ioredis';
import { Registry } from 'prom-client';
import type { ServiceName } from '@servicepunt/shared/contracts/roles';
import { lingerOf, listen } from '@servicepunt/shared/http';
import { createIdentitySigner } from '@servicepunt/shared/identity';
import { stopInOrder, type StopStep } from '@servicepunt/shared/lifecycle';
import type { Logger } from '@servicepunt/shared/log';
import { createOidcVerifier } from '@servicepunt/shared/oidc';
import { startOps } from '@servicepunt/shared/ops';
import { producerConnection } from '@servicepunt/shared/redis';
import { createServiceClient, type ServiceUrls } from '@servicepunt/shared/service-client';
import { startApollo } from './apollo.ts';
import type { Audience } from './documents/manifest.ts';
import { readManifest } from './documents/manifest.ts';
import { corsFor } from './http/cors.ts';
import { createRenewLink } from './http/renew-link.ts';
import { createHandler } from './http/handler.ts';
import { createFailureLimit } from './identity/failures.ts';
import { createIdentify } from './identity/viewers.ts';
import { DOCUMENT_LIMITS, OPEN_DOCUMENT_LIMITS, scaledBudgets } from './limits/limits.ts';
import { createRateLimit } from './limits/rate-limit.ts';
import { createWindows } from './limits/windows.ts';
import { ownExecutor } from './executor/own-executor.ts';
import { startPlanner } from './planning/planner.ts';
import { listenToTopics } from './live/ear.ts';
import { createLive, type LiveTuning } from './live/live.ts';
import { createMetrics, type SubgraphOutcome } from './observe/metrics.ts';
import { traced } from './observe/traces.ts';
import { createPipeline } from './pipeline.ts';
import { createAskSubgraph } from './subgraph/ask.ts';
import { createSubgraphClient, type SubgraphClient } from './subgraph/client.ts';
import { apolloExecutor } from './supergraph/apollo-executor.ts';
import { takeFirst } from './supergraph/first.ts';
import { holdSupergraph, type SupergraphHolder } from './supergraph/holder.ts';
import { loadSupergraph, subgraphsOf } from './supergraph/supergraph.ts';
import { watchText } from './supergraph/watch.ts';

export interface GatewayConfig {
  readonly NODE_ENV: 'production' | 'development' | 'test';
  readonly HOST: string;
  readonly PORT: number;
  readonly OPS_PORT: number;
  readonly SHUTDOWN_DEADLINE_MS: number;
  readonly SUPERGRAPH?: string | undefined;
  readonly SUPERGRAPH_POLL_MS: number;
  readonly EXECUTOR: 'own' | 'apollo';
  readonly FRONTEND_URL?: string | undefined;
  readonly REDIS_URL?: string | undefined;
  readonly TRUSTED_PROXIES: number;
  readonly SUBGRAPH_TIMEOUT_MS: number;
  readonly QUERY_TIMEOUT_MS: number;
  readonly MUTATION_TIMEOUT_MS: number;
  readonly RATE_LIMIT_FACTOR: number;
  readonly PLANNER_HEAP_MB: number;
  readonly TRUSTED_DOCUMENTS_ONLY: readonly Audience[];
  readonly INTROSPECTION?: boolean | undefined;
  readonly TRACE_CONTEXT_FROM_CLIENTS?: boolean;
}

/** Where the gateway knows its callers from; absent when it is started alone without identities. */
export interface GatewayIdentity {
  readonly privateKey: JWK;
  readonly urls: ServiceUrls;
  readonly issuer: string;
  readonly audience: string;
}

export interface RunningGateway {
  readonly url: string;
  readonly opsUrl: string;
  stop(): Promise<boolean>;
}

/** A request that isn't complete after this long is cut off: headers and body of an operation are small. */
const REQUEST_TIMEOUT_MS = 10_000;
const OWN_SUPERGRAPH = join(import.meta.dirname, '../supergraph.graphql');
const OPERATIONS = join(import.meta.dirname, '../operations');

/** Serves one supergraph to clients. */
export async function startGateway(options: {
  config: GatewayConfig;
  identity: GatewayIdentity | null;
  log: Logger;
  now?: () => number;
  requestTimeoutMs?: number;
  live?: LiveTuning;
}): Promise<RunningGateway> {
  const { config, identity, log, now = Date.now, requestTimeoutMs = REQUEST_TIMEOUT_MS } = options;
  const registry = new Registry();
  let holder: SupergraphHolder | null = null;
  let stopping = false;
  const isReady = () => holder !== null && !stopping;
  const ops = await startOps({
    host: config.HOST,
    port: config.OPS_PORT,
    registry,
    ready: () => Promise.resolve({ supergraph: isReady() }),
  });

  const redis = config.REDIS_URL === undefined ? null : producerConnection(config.REDIS_URL, log);
  const windows = createWindows({ redis, prefix: 'servicepunt:gateway', log, now });
  const manifest = readManifest(OPERATIONS);
  const clients = new Map<string, SubgraphClient>();
  const metrics = createMetrics(registry, {
    knownOperations: operationNames(manifest.documents.map(({ source }) => source)),
    limitsShared: windows.isShared,
    supergraphRefused: () => holder?.isRefusing() ?? false,
    openBreakers: () => [...clients.values()].filter((client) => client.isOpen()).map(({ name }) => name),
  });
  const signer = identity ? await createIdentitySigner('gateway', identity.privateKey) : null;
  const calls = identity && signer ? createServiceClient({ signer, urls: identity.urls }) : null;
  const ask = createAskSubgraph(clients, signer ? (viewer, subgraph) => signer.sign(viewer, subgraph as ServiceName) : null);

  const addClients = (sdl: string) => {
    for (const { name, url } of subgraphsOf(sdl)) {
      if (clients.has(name)) continue;
      const observe = (outcome: SubgraphOutcome, ms: number) => metrics.subgraph(name, outcome, ms / 1000);
      const address = identity ? graphqlUrl(name, identity.urls) : url;
      clients.set(name, createSubgraphClient({ name, url: address, timeoutMs: config.SUBGRAPH_TIMEOUT_MS, now, observe }));
    }
  };
  const planner =
    config.EXECUTOR === 'own'
      ? startPlanner({ heapMb: config.PLANNER_HEAP_MB, onDeath: (reason) => log.error({ event: 'planner-died', reason }) })
      : null;
  const executor = planner ? ownExecutor(ask, planner, apolloExecutor(ask)) : apolloExecutor(ask);
  const load = (sdl: string) => {
    addClients(sdl);
    return loadSupergraph({
      sdl,
      load: executor,
      limits: identity ? DOCUMENT_LIMITS : OPEN_DOCUMENT_LIMITS,
      open: config.INTROSPECTION ?? config.NODE_ENV !== 'production',
    });
  };
  const file = config.SUPERGRAPH ?? OWN_SUPERGRAPH;
  holder = await takeFirst(file, (sdl) =>
    holdSupergraph({
      sdl,
      load,
      known: manifest.documents.map(({ source }) => source),
      announce: (supergraph) => apollo.announce(supergraph),
      graceMs: Math.max(config.QUERY_TIMEOUT_MS, config.MUTATION_TIMEOUT_MS),
      log,
    }),
  );
  const { current, replace } = holder;
  const apollo = await startApollo(current());
  const watch = config.SUPERGRAPH_POLL_MS > 0 ? watchText({ file, pollMs: config.SUPERGRAPH_POLL_MS, log, onText: replace }) : null;

  const failures = createFailureLimit(windows);
  const pipeline = createPipeline({
    supergraph: current,
    apollo,
    identity:
      identity && calls
        ? {
            identify: createIdentify({
              verifyOidc: createOidcVerifier({ issuer: identity.issuer, audience: identity.audience, now }),
              call: calls.call,
              failures,
              log,
              now,
            }),
            budget: createRateLimit(windows, scaledBudgets(config.RATE_LIMIT_FACTOR)),
          }
        : null,
    manifest,
    trustedOnly: new Set(config.TRUSTED_DOCUMENTS_ONLY),
    trustedProxies: config.TRUSTED_PROXIES,
    queryTimeoutMs: config.QUERY_TIMEOUT_MS,
    mutationTimeoutMs: config.MUTATION_TIMEOUT_MS,
    log,
    metrics,
    now,
  });
  const { REDIS_URL: redisUrl } = config;
  const live = calls
    ? createLive({
        pipeline,
        readNumbers: async (topics) => (await calls.call('notifications.livePlaces', { topics: [...topics] })).numbers,
        listen: redisUrl === undefined ? null : (onCall, onChange) => listenToTopics({ redisUrl, log, onCall, onChange }),
        registry,
        log,
        now,
        ...(options.live ? { tuning: options.live } : {}),
      })
    : null;
  const http = await listen(
    createHandler({
      live,
      answer: traced(pipeline.answer, config.TRACE_CONTEXT_FROM_CLIENTS ?? false),
      renewLink: calls ? createRenewLink({ call: calls.call, failures, trustedProxies: config.TRUSTED_PROXIES, log }) : null,
      cors: corsFor(config.FRONTEND_URL),
      landingPage: config.NODE_ENV !== 'production',
      isReady,
    }),
    { host: config.HOST, port: config.PORT, server: serverLimits(requestTimeoutMs) },
  );

  const steps: StopStep[] = [
    {
      name: 'readiness',
      stop() {
        stopping = true;
        ops.markStopping();
      },
    },
    { name: 'live', stop: () => live?.stop() },
    { name: 'http', stop: () => http.drain(lingerOf(config.SHUTDOWN_DEADLINE_MS)) },
    { name: 'apollo', stop: apollo.stop },
    { name: 'watch', stop: () => watch?.stop() },
    { name: 'supergraph', stop: () => holder?.stop() },
    { name: 'planner', stop: () => planner?.stop() },
    { name: 'subgraphs', stop: async () => void (await Promise.all([...clients.values()].map((client) => client.close()))) },
    { name: 'calls', stop: () => calls?.close() },
    { name: 'windows', stop: windows.stop },
    { name: 'redis', stop: () => close(redis) },
    { name: 'ops', stop: ops.close },
  ];
  return { url: http.url, opsUrl: ops.url, stop: () => stopInOrder(steps, config.SHUTDOWN_DEADLINE_MS, log) };
}

/** Looked at often: at Node's default of half a minute a slow request would live that long. */
function serverLimits(requestTimeoutMs: number): ServerOptions {
  return {
    headersTimeout: requestTimeoutMs / 2,
    requestTimeout: requestTimeoutMs,
    connectionsCheckingInterval: Math.min(requestTimeoutMs / 4, 1_000),
    maxHeaderSize: 16_384,
  };
}

function graphqlUrl(name: string, urls: ServiceUrls): string {
  const base = urls[name as ServiceName];
  if (base === undefined) throw new Error(`The supergraph names a subgraph ${name} for which no address is configured`);
  return `${base.replace(/\/$/, '')}/graphql`;
}

function operationNames(sources: readonly string[]): Set<string> {
  return new Set(
    sources.flatMap((source) => [...source.matchAll(/^(?:query|mutation|subscription)\s+(\w+)/gm)].map(([, name = '']) => name)),
  );
}

function close(redis: Redis | null): void {
  redis?.disconnect();
}
