import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { GraphQLFormattedError } from 'graphql';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import type { Logger } from '@servicepunt/shared/log';
import { tracing } from '@servicepunt/shared/telemetry/tracing';
import type { Apollo } from './apollo.ts';
import type { Manifest, Audience } from './documents/manifest.ts';
import { asksForNothing, type PreparedOperation } from './documents/prepare.ts';
import { errorsForClient } from './errors.ts';
import { responseFormat, type ResponseFormat } from './http/media-type.ts';
import { readParams, type GraphQLParams } from './http/params.ts';
import { authorizationsOf, readCredential } from './identity/credentials.ts';
import { sourceAddress } from './identity/source-address.ts';
import { unauthenticated, type Identify } from './identity/viewers.ts';
import { BODY_LIMIT_BYTES, CLIENTS, classOf, OPERATION_COST, OTHER_CLIENT, PLANNER_DEATH_COST } from './limits/limits.ts';
import type { Payer, RateLimit } from './limits/rate-limit.ts';
import { clientName, logOperation } from './observe/operation-log.ts';
import type { Metrics } from './observe/metrics.ts';
import { tellOfOperation, tellOfRefusal } from './observe/traces.ts';
import { PlannerBusy, TooHardToPlan } from './planning/planner.ts';
import { RequestRefused } from './refusal.ts';
import type { RequestState, SubgraphCall } from './request-state.ts';
import type { Supergraph } from './supergraph/supergraph.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface PipelineOptions {
  readonly supergraph: () => Supergraph;
  readonly apollo: Apollo;
  /** Null where the gateway runs without identities. */
  readonly identity: { readonly identify: Identify; readonly budget: RateLimit } | null;
  readonly manifest: Manifest;
  readonly trustedOnly: ReadonlySet<Audience>;
  readonly trustedProxies: number;
  readonly queryTimeoutMs: number;
  readonly mutationTimeoutMs: number;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly now: () => number;
}

/** A request that was read: who sends it, and which operation it asks for. */
export interface Asked {
  readonly request: IncomingMessage;
  readonly requestId: string;
  readonly params: GraphQLParams;
  readonly address: string;
  readonly viewer: Viewer | null;
  readonly supergraph: Supergraph;
  readonly operation: PreparedOperation;
}
/** An answer with its errors as a client may read them. */
export interface Performed {
  readonly status: number;
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly GraphQLFormattedError[] | undefined;
}

export interface Pipeline {
  /** All of it, for a request that gets one answer. */
  answer(request: IncomingMessage): Promise<Answer>;
  // The steps one by one, for streams, which answer again and again.
  readonly supergraph: () => Supergraph;
  read(request: IncomingMessage, requestId: string): Promise<Asked>;
  perform(asked: Asked): Promise<Performed>;
  /** Finds out who sends a request once more, when what is known of him is older than this. */
  recogniser(request: IncomingMessage, address: string, olderThanMs: number): () => Promise<Viewer>;
  /** What a client is told of something that was thrown. */
  refusal(error: unknown, requestId: string): Answer;
}

/** What happens to one GraphQL request, in this order: read, identify, prepare, weigh, run, mask. */
export function createPipeline(options: PipelineOptions): Pipeline {
  const { identity, metrics, log, now } = options;

  async function viewerOf(request: IncomingMessage, params: GraphQLParams, address: string): Promise<Viewer | null> {
    if (!identity) return null;
    const credential = readCredential(authorizationsOf(request));
    if (credential.kind !== 'NONE') return identity.identify(credential, request.headers['accept-language'], address);
    if (asksForNothing(params.query)) return null;
    throw unauthenticated();
  }

  function prepare(params: GraphQLParams, viewer: Viewer | null, supergraph: Supergraph): PreparedOperation {
    const source = params.query ?? options.manifest.sourceOf(params.documentId ?? '');
    const audience: Audience = viewer?.kind === 'SYSTEM' ? 'hr' : 'frontend';
    if (viewer && options.trustedOnly.has(audience) && !options.manifest.isTrusted(source, audience))
      throw new RequestRefused(400, 'DOCUMENT_NOT_TRUSTED', 'Only the documents that this client registered are served.');
    return supergraph.documents.prepare(source, params.operationName);
  }

  function weigh(operation: PreparedOperation, params: GraphQLParams, payer: Payer | null): number {
    const cost = operation.costOf(params.variables);
    if (!payer) return cost;
    const most = OPERATION_COST[classOf(payer.viewer)];
    if (cost > most)
      throw new RequestRefused(
        400,
        'OPERATION_TOO_COMPLEX',
        `The operation costs ${cost} with these variables; it may cost ${most}. Ask for fewer rows.`,
      );
    identity?.budget.take(payer, Math.max(cost, 1));
    return cost;
  }

  /** Deaths of the planner that were paid for: those who send the same operation again get the same error, and cost nothing more. */
  const charged = new WeakSet<Error>();

  /** Waits for the plan of an operation that is new to this process. */
  async function plan(planning: Promise<void>, payer: Payer | null, withinMs: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new PlannerBusy('the plan did not come in time')), withinMs);
    });
    try {
      await Promise.race([planning, late]);
      metrics.plan('miss');
    } catch (error) {
      metrics.plan('refused');
      if (error instanceof PlannerBusy)
        throw new RequestRefused(503, 'BUSY', 'Too many new operations are being planned. Try again later.', { 'retry-after': '2' });
      if (!(error instanceof TooHardToPlan)) throw error;
      if (payer && error.wasFatal && !charged.has(error)) identity?.budget.charge(payer, PLANNER_DEATH_COST);
      charged.add(error);
      throw new RequestRefused(
        400,
        'OPERATION_TOO_COMPLEX',
        'The operation can be answered in too many ways to choose one. Ask for less at once.',
      );
    } finally {
      clearTimeout(timer);
    }
  }

  async function read(request: IncomingMessage, requestId: string): Promise<Asked> {
    const params = await readParams(request, BODY_LIMIT_BYTES);
    const address = sourceAddress(request, options.trustedProxies);
    const viewer = await viewerOf(request, params, address);
    const supergraph = options.supergraph();
    return { request, requestId, params, address, viewer, supergraph, operation: prepare(params, viewer, supergraph) };
  }

  async function perform({ request, requestId, params, address, viewer, supergraph, operation }: Asked): Promise<Performed> {
    const started = performance.now();
    if (operation.kind === 'subscription')
      throw new RequestRefused(406, 'BAD_REQUEST', 'Subscriptions are answered as text/event-stream, to those who signed in.');
    const called = clientName(request.headers['x-client-name']);
    const client = called !== null && CLIENTS.has(called) ? called : OTHER_CLIENT;
    const payer = viewer ? { viewer, client, address } : null;
    const cost = weigh(operation, params, payer);
    const budget = operation.kind === 'mutation' ? options.mutationTimeoutMs : options.queryTimeoutMs;
    const deadline = now() + budget;
    const planning = supergraph.prepare(operation);
    if (planning) await plan(planning, payer, budget);
    else metrics.plan('hit');
    const calls: SubgraphCall[] = [];
    const state: RequestState = { requestId, viewer, deadline, log, supergraph, operation, calls };
    const { status, data, errors } = await options.apollo.run(state, params.variables);
    const shown = errors && errors.length > 0 ? errorsForClient(errors, state) : undefined;
    const ms = performance.now() - started;
    metrics.operation(operation.name ?? '', client, shown ? 'errors' : 'ok', ms / 1000, cost);
    logOperation(log, { request, state, cost, ms, status, errors: shown });
    if (tracing) tellOfOperation(tracing, request, state, cost);
    return { status, data, errors: shown };
  }

  async function run(request: IncomingMessage, requestId: string, format: ResponseFormat): Promise<Answer> {
    const { status, data, errors } = await perform(await read(request, requestId));
    const body = JSON.stringify({ ...(errors ? { errors } : {}), ...(data === undefined ? {} : { data }) });
    return {
      status: data === undefined ? statusOf(status, 'BAD_USER_INPUT', format) : status,
      headers: headersFor(format, requestId),
      body,
    };
  }

  function refusal(error: unknown, requestId: string, format: ResponseFormat = FALLBACK): Answer {
    if (!(error instanceof RequestRefused)) {
      log.error({ event: 'request-failed', requestId, err: error });
      return failed(requestId, format);
    }
    metrics.refused(error.code);
    if (tracing) tellOfRefusal(tracing, requestId, error.code);
    log[error.status === 401 ? 'warn' : 'info']({
      event: 'refused',
      requestId,
      code: error.code,
      status: error.status,
      reason: error.reason,
    });
    return refused(error, requestId, format);
  }

  return {
    supergraph: options.supergraph,
    read,
    perform,
    recogniser(request, address, olderThanMs) {
      const credential = readCredential(authorizationsOf(request));
      const language = request.headers['accept-language'];
      return async () => {
        if (!identity || credential.kind === 'NONE') throw unauthenticated();
        return identity.identify(credential, language, address, { olderThanMs });
      };
    },
    refusal,
    async answer(request) {
      const requestId = randomUUID();
      const format = responseFormat(request.headers.accept);
      try {
        if (format === null)
          throw new RequestRefused(406, 'BAD_REQUEST', 'Answers are application/graphql-response+json or application/json.');
        return await run(request, requestId, format);
      } catch (error) {
        return refusal(error, requestId, format ?? FALLBACK);
      }
    },
  };
}

const FALLBACK: ResponseFormat = { type: 'application/json', legacy: false };
/** What is wrong with the operation itself; limits, identity and budgets are not among it. */
const OF_THE_OPERATION = new Set<string>(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

function statusOf(status: number, code: string, format: ResponseFormat): number {
  return format.legacy && status === 400 && OF_THE_OPERATION.has(code) ? 200 : status;
}

function headersFor({ type }: ResponseFormat, requestId: string): Record<string, string> {
  return { 'content-type': `${type}; charset=utf-8`, 'x-request-id': requestId };
}

function refused(error: RequestRefused, requestId: string, format: ResponseFormat): Answer {
  const errors = error.errors.map((shown) => ({ ...shown, extensions: { code: error.code, requestId } }));
  return {
    status: statusOf(error.status, error.code, format),
    headers: { ...headersFor(format, requestId), ...error.headers },
    body: JSON.stringify({ errors }),
  };
}

function failed(requestId: string, format: ResponseFormat): Answer {
  const message = 'Something went wrong on our side. Give this request id to the Servicepunt.';
  const body = JSON.stringify({ errors: [{ message, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } }] });
  return { status: 500, headers: headersFor(format, requestId), body };
}
