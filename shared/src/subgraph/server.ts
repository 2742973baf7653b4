import type { IncomingMessage, ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import { CALLS, type CallName, type CallOutput } from '../contracts/calls.ts';
import { subscribersOf } from '../contracts/events.ts';
import type { Issuer, ServiceName, Viewer } from '../contracts/roles.ts';
import { BodyTooLarge, readBody, sendJson } from '../http.ts';
import type { IdentityVerifier } from '../identity.ts';
import { isAbsent, isRecord } from '../json.ts';
import type { Logger } from '../log.ts';
import { isStoreUnavailable } from '../mongo.ts';
import type { PulledEvent } from '../service-client.ts';
import { ServiceUnavailable } from '../service-client.ts';
import { tracing, type Tracing } from '../telemetry/tracing.ts';
import { startApollo, type Operation } from './apollo.ts';
import { createRestrictedReads, type ReadingBatch, type RestrictedReads } from './restricted-reads.ts';

/** Who calls an operation of this service, and for whom. */
export interface CallerContext {
  readonly issuer: Issuer;
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly log: Logger;
}
/** The operations of the call table that this service owns. */
export type CallHandlers = {
  readonly [N in CallName]?: (input: ReturnType<(typeof CALLS)[N]['input']['parse']>, caller: CallerContext) => Promise<CallOutput<N>>;
};

export interface RequestInfo {
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly deadline: number;
  readonly log: Logger;
  readonly restrictedReads: RestrictedReads;
}

const BEARER = 'Bearer ';
const BODY_LIMIT = 2_000_000;
const DEFAULT_BUDGET_MS = 10_000;

/**
 * The HTTP face of a subgraph: `/graphql`, `/calls/<name>`, `/events`. Without a valid identity for this audience each of them
 * answers 401 before anything else runs, `_service` and `_entities` included.
 */
export async function createSubgraphHandler(options: {
  name: ServiceName;
  schema: GraphQLSchema;
  verify: IdentityVerifier;
  log: Logger;
  contextFor: (request: RequestInfo) => object;
  calls: CallHandlers;
  readEvents: (after: number, limit: number) => Promise<PulledEvent[]>;
  afterMutation: () => void;
  /** Writes down what a request read of restricted records; what it throws keeps the answer back. */
  recordReads?: (request: Omit<RequestInfo, 'restrictedReads'>, batch: ReadingBatch) => Promise<void>;
}): Promise<{ handle(request: IncomingMessage, response: ServerResponse): void; stop(): Promise<void> }> {
  const { name, log } = options;
  const apollo = await startApollo(options.schema);
  const subscribers: readonly string[] = subscribersOf(name);

  async function graphql(request: IncomingMessage, response: ServerResponse, given: Omit<RequestInfo, 'restrictedReads'>): Promise<void> {
    const record = options.recordReads;
    const restrictedReads = createRestrictedReads((batch) => (record ? record(given, batch) : Promise.resolve()));
    const info: RequestInfo = { ...given, restrictedReads };
    const operation = operationIn(JSON.parse(await readBody(request, BODY_LIMIT)));
    if (!operation) return sendJson(response, 400, NO_OPERATION);
    const { status, text } = await apollo.run(operation, options.contextFor(info) as RequestInfo);
    if (operation.query.includes('mutation')) options.afterMutation();
    await restrictedReads.settle();
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) }).end(text);
  }

  async function call(request: IncomingMessage, response: ServerResponse, callName: string, caller: CallerContext): Promise<void> {
    const definition = callName in CALLS ? CALLS[callName as CallName] : undefined;
    const handler = options.calls[callName as CallName] as ((input: unknown, caller: CallerContext) => Promise<unknown>) | undefined;
    if (!definition || !handler || definition.owner !== name) return sendJson(response, 404, { error: 'no such operation' });
    if (caller.viewer.kind !== 'SERVICE' || !(definition.callers as readonly string[]).includes(caller.issuer)) {
      caller.log.warn({ event: 'call-refused', call: callName, caller: caller.viewer.id });
      return sendJson(response, 403, { error: 'this caller may not use this operation' });
    }
    if (definition.forPerson && caller.viewer.onBehalfOf === undefined) {
      caller.log.warn({ event: 'call-refused', call: callName, caller: caller.viewer.id, reason: 'NO_PERSON' });
      return sendJson(response, 403, { error: 'this operation is asked on behalf of a person' });
    }
    const input = definition.input.safeParse(JSON.parse(await readBody(request, BODY_LIMIT)));
    if (!input.success)
      return sendJson(response, 400, { error: 'bad input', fields: input.error.issues.map((issue) => issue.path.join('.')) });
    const output = await handler(input.data, caller);
    options.afterMutation();
    return sendJson(response, 200, output);
  }

  async function events(response: ServerResponse, query: URLSearchParams, caller: CallerContext): Promise<void> {
    if (caller.viewer.kind !== 'SERVICE' || !subscribers.includes(caller.issuer))
      return sendJson(response, 403, { error: 'this caller does not subscribe' });
    const after = Number(query.get('after') ?? 0);
    const limit = Number(query.get('limit') ?? 200);
    if (!Number.isInteger(after) || after < 0 || !Number.isInteger(limit) || limit < 1)
      return sendJson(response, 400, { error: 'after and limit must be whole numbers' });
    return sendJson(response, 200, { events: await options.readEvents(after, limit) });
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const header = request.headers['x-request-id'];
    const requestId = typeof header === 'string' && /^[\w-]{8,64}$/.test(header) ? header : randomUUID();
    const { authorization = '' } = request.headers;
    const verification = await options.verify(authorization.startsWith(BEARER) ? authorization.slice(BEARER.length) : undefined);
    if (!verification.ok) {
      log.warn({ event: 'identity-refused', reason: verification.reason, requestId });
      return sendJson(response, 401, { errors: [{ message: 'A signed identity is required.', extensions: { code: 'UNAUTHENTICATED' } }] });
    }
    const { viewer, issuer } = verification;
    const [path = '', search = ''] = (request.url ?? '').split('?');
    await (tracing
      ? traced(tracing, request, response, path, issuer, requestId, () => serve(request, response, path, search, viewer, issuer, requestId))
      : serve(request, response, path, search, viewer, issuer, requestId));
  }

  function serve(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    search: string,
    viewer: Viewer,
    issuer: Issuer,
    requestId: string,
  ): Promise<void> {
    const requestLog = log.child({ requestId });
    const caller: CallerContext = { issuer, viewer, requestId, log: requestLog };
    if (request.method === 'POST' && path === '/graphql') {
      const deadline = Number(request.headers['x-deadline']);
      const latest = Date.now() + DEFAULT_BUDGET_MS;
      return graphql(request, response, {
        viewer,
        requestId,
        deadline: Number.isFinite(deadline) ? Math.min(deadline, latest) : latest,
        log: requestLog,
      });
    }
    if (request.method === 'POST' && path.startsWith('/calls/')) return call(request, response, path.slice('/calls/'.length), caller);
    if (request.method === 'GET' && path === '/events') return events(response, new URLSearchParams(search), caller);
    sendJson(response, 404, { error: 'not found' });
    return Promise.resolve();
  }

  return {
    handle(request, response) {
      route(request, response).catch((error: unknown) => {
        if (error instanceof BodyTooLarge) return sendJson(response, 413, { error: 'too large' });
        if (error instanceof SyntaxError) return sendJson(response, 400, { error: 'not JSON' });
        const unavailable = isStoreUnavailable(error) || error instanceof ServiceUnavailable;
        log.error({ event: 'request-failed', err: error });
        if (!response.headersSent) sendJson(response, unavailable ? 503 : 500, { error: unavailable ? 'not available' : 'failed' });
        return undefined;
      });
    },
    stop: () => apollo.stop(),
  };
}

/** A request under the trace of its caller, who has shown by now that he is one of ours. Those who look for events every few seconds go untold. */
function traced(
  on: Tracing,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  issuer: Issuer,
  requestId: string,
  work: () => Promise<void>,
): Promise<void> {
  if (path === '/events') return work();
  const { traceparent } = request.headers;
  const attributes = { 'servicepunt.request_id': requestId, 'servicepunt.caller': issuer };
  const call = path.slice('/calls/'.length);
  const name = path === '/graphql' ? 'graphql' : call in CALLS ? `answer ${call}` : 'request';
  return on.entry(name, { kind: 'server', parent: typeof traceparent === 'string' ? traceparent : undefined, attributes }, async () => {
    await work();
    on.annotate({ 'http.response.status_code': response.statusCode });
  });
}

const NO_OPERATION = { errors: [{ message: 'The body must be one operation.', extensions: { code: 'BAD_REQUEST' } }] };

/** The operation that a body holds; null when it is none. */
function operationIn(body: unknown): Operation | null {
  if (!isRecord(body)) return null;
  const { query, operationName, variables } = body;
  const isOperation =
    typeof query === 'string' &&
    query !== '' &&
    (isAbsent(operationName) || typeof operationName === 'string') &&
    (isAbsent(variables) || isRecord(variables));
  return isOperation ? { query, ...(operationName ? { operationName } : {}), ...(variables ? { variables } : {}) } : null;
}
