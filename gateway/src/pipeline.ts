import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import type { Logger } from '@servicepunt/shared/log';
import type { Apollo } from './apollo.ts';
import type { Manifest, Audience } from './documents/manifest.ts';
import { asksForNothing, type PreparedOperation } from './documents/prepare.ts';
import { errorsForClient } from './errors.ts';
import { responseFormat, type ResponseFormat } from './http/media-type.ts';
import { readParams, type GraphQLParams } from './http/params.ts';
import { readCredential } from './identity/credentials.ts';
import { sourceAddress } from './identity/source-address.ts';
import { unauthenticated, type Identify } from './identity/viewers.ts';
import { BODY_LIMIT_BYTES, classOf, OPERATION_COST } from './limits/limits.ts';
import type { TakeFromBudget } from './limits/rate-limit.ts';
import { logOperation } from './observe/operation-log.ts';
import type { Metrics } from './observe/metrics.ts';
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
  readonly identity: { readonly identify: Identify; readonly take: TakeFromBudget } | null;
  readonly manifest: Manifest;
  readonly trustedOnly: ReadonlySet<Audience>;
  readonly trustedProxies: number;
  readonly queryTimeoutMs: number;
  readonly mutationTimeoutMs: number;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly now: () => number;
}

/** What happens to one GraphQL request, in this order: read, identify, prepare, weigh, run, mask. */
export function createPipeline(options: PipelineOptions): (request: IncomingMessage) => Promise<Answer> {
  const { identity, metrics, log, now } = options;

  async function viewerOf(request: IncomingMessage, params: GraphQLParams, address: string): Promise<Viewer | null> {
    if (!identity) return null;
    const credential = readCredential(request.headers.authorization);
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

  function weigh(operation: PreparedOperation, params: GraphQLParams, viewer: Viewer | null, address: string): number {
    const cost = operation.costOf(params.variables);
    if (!viewer || !identity) return cost;
    const most = OPERATION_COST[classOf(viewer)];
    if (cost > most)
      throw new RequestRefused(
        400,
        'OPERATION_TOO_COMPLEX',
        `The operation costs ${cost} with these variables; it may cost ${most}. Ask for fewer rows.`,
      );
    identity.take(viewer, address, Math.max(cost, 1));
    return cost;
  }

  async function run(request: IncomingMessage, requestId: string, format: ResponseFormat): Promise<Answer> {
    const started = performance.now();
    const params = await readParams(request, BODY_LIMIT_BYTES);
    const address = sourceAddress(request, options.trustedProxies);
    const viewer = await viewerOf(request, params, address);
    const supergraph = options.supergraph();
    const operation = prepare(params, viewer, supergraph);
    const cost = weigh(operation, params, viewer, address);
    const budget = operation.kind === 'mutation' ? options.mutationTimeoutMs : options.queryTimeoutMs;
    const calls: SubgraphCall[] = [];
    const state: RequestState = { requestId, viewer, deadline: now() + budget, log, supergraph, operation, calls };
    const { status, data, errors } = await options.apollo.run(state, params.variables);
    const shown = errors && errors.length > 0 ? errorsForClient(errors, state) : undefined;
    const body = JSON.stringify({ ...(shown ? { errors: shown } : {}), ...(data === undefined ? {} : { data }) });
    const ms = performance.now() - started;
    metrics.operation(operation.name ?? '', shown ? 'errors' : 'ok', ms / 1000, cost);
    logOperation(log, { request, state, cost, ms, status, errors: shown });
    return {
      status: data === undefined ? statusOf(status, 'BAD_USER_INPUT', format) : status,
      headers: headersFor(format, requestId),
      body,
    };
  }

  return async (request) => {
    const requestId = randomUUID();
    const format = responseFormat(request.headers.accept);
    try {
      if (format === null)
        throw new RequestRefused(406, 'BAD_REQUEST', 'Answers are application/graphql-response+json or application/json.');
      return await run(request, requestId, format);
    } catch (error) {
      if (!(error instanceof RequestRefused)) {
        log.error({ event: 'request-failed', requestId, err: error });
        return failed(requestId, format ?? FALLBACK);
      }
      metrics.refused(error.code);
      log.info({ event: 'refused', requestId, code: error.code, status: error.status });
      return refused(error, requestId, format ?? FALLBACK);
    }
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
