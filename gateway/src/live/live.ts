import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import type { Logger } from '@servicepunt/shared/log';
import type { PreparedOperation } from '../documents/prepare.ts';
import { classOf } from '../limits/limits.ts';
import { clientName } from '../observe/operation-log.ts';
import type { Answer, Asked, Pipeline } from '../pipeline.ts';
import { RequestRefused } from '../refusal.ts';
import { eventWriter } from './events.ts';
import type { Ear } from './ear.ts';
import { createHub, type ReadNumbers } from './hub.ts';
import { createLanes } from './lanes.ts';
import { ANSWERS_AT_ONCE, IDENTITY_AFTER_MS, STREAMS_PER_PROCESS, STREAMS_PER_VIEWER, SWEEP_MS } from './limits.ts';
import { liveQueryOf, type LiveQuery } from './live-query.ts';
import { createLiveMetrics } from './metrics.ts';
import { openStream, type LiveAnswer, type LiveStream } from './stream.ts';

/** Answers requests that want a stream of events. */
export interface Live {
  handle(request: IncomingMessage, response: ServerResponse, headers: Readonly<Record<string, string>>): Promise<void>;
  /** Ends every stream with the hint to come back. */
  stop(): Promise<void>;
}

export interface LiveOptions {
  readonly pipeline: Pipeline;
  readonly readNumbers: ReadNumbers;
  /** Listens to what is called out; absent where there is no Redis. */
  readonly listen: ((onCall: (topics: readonly string[]) => void, onChange: () => void) => Ear) | null;
  readonly registry: Registry;
  readonly log: Logger;
  readonly now: () => number;
  readonly tuning?: LiveTuning;
}
/** Other times and numbers than those of limits.ts, for tests that can't wait. */
export interface LiveTuning {
  readonly lookMs?: { readonly heard: number; readonly unheard: number };
  readonly sweepMs?: number;
  readonly identityAfterMs?: number;
  readonly streamsPerProcess?: number;
}

/**
 * Subscriptions, as graphql-sse asks for them ("distinct connections mode"). A subscription is a query that is answered again, with the caller's
 * rights of that moment, when the numbers of his topics have moved.
 */
export function createLive(options: LiveOptions): Live {
  const { pipeline, log, now, tuning = {} } = options;
  const streams = new Set<LiveStream>();
  const perViewer = new Map<string, number>();
  const queries = new WeakMap<PreparedOperation, LiveQuery>();
  const lanes = createLanes(ANSWERS_AT_ONCE);
  let taken = 0;
  let stopping = false;
  const most = tuning.streamsPerProcess ?? STREAMS_PER_PROCESS;
  const metrics = createLiveMetrics(
    options.registry,
    () => streams.size,
    () => ear?.isHearing() ?? false,
  );
  const hub = createHub({
    readNumbers: options.readNumbers,
    isHearing: () => ear?.isHearing() ?? false,
    metrics,
    log,
    ...(tuning.lookMs ? { lookMs: tuning.lookMs } : {}),
  });
  const ear = options.listen?.(hub.called, hub.lookSoon) ?? null;
  const sweep = setInterval(() => {
    ear?.check();
    for (const stream of streams) stream.sweep();
  }, tuning.sweepMs ?? SWEEP_MS);
  sweep.unref();

  function queryOf(operation: PreparedOperation): LiveQuery {
    let query = queries.get(operation);
    if (!query) queries.set(operation, (query = liveQueryOf(operation.document, operation.node)));
    return query;
  }

  /** Takes a place for a stream; what is returned gives it back, once. */
  function takePlace(viewer: Viewer): () => void {
    const open = perViewer.get(viewer.id) ?? 0;
    if (stopping || taken >= most)
      throw new RequestRefused(stopping ? 503 : 429, 'RATE_LIMITED', 'Too many streams are open here. Try again later.', {
        'retry-after': '5',
      });
    if (open >= STREAMS_PER_VIEWER[classOf(viewer)])
      throw new RequestRefused(429, 'RATE_LIMITED', 'You have too many streams open. Close one first.', { 'retry-after': '30' });
    perViewer.set(viewer.id, open + 1);
    taken += 1;
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      taken -= 1;
      const left = (perViewer.get(viewer.id) ?? 1) - 1;
      if (left > 0) perViewer.set(viewer.id, left);
      else perViewer.delete(viewer.id);
    };
  }

  async function subscribe(
    request: IncomingMessage,
    response: ServerResponse,
    asked: Asked,
    headers: Record<string, string>,
  ): Promise<void> {
    const { operation, params, requestId } = asked;
    const viewer = asked.viewer as Viewer;
    const query = queryOf(operation);
    const givePlaceBack = takePlace(viewer);
    let isGone = false;
    let stream: LiveStream | null = null;
    response.once('close', () => {
      isGone = true;
      stream?.close('client');
      givePlaceBack();
    });
    try {
      const ask = async (after: string | undefined, as: Viewer): Promise<LiveAnswer> => {
        const supergraph = pipeline.supergraph();
        const { data, errors } = await pipeline.perform({
          ...asked,
          requestId: randomUUID(),
          viewer: as,
          supergraph,
          operation: supergraph.documents.prepare(query.source, query.operationName),
          params: { ...params, variables: query.variablesAfter(params.variables, after) },
        });
        const { data: shown, cursor } = query.read(data);
        return { body: { ...(errors ? { errors } : {}), ...(shown === undefined ? {} : { data: shown }) }, cursor };
      };
      const first = await ask(lastEventId(request) ?? query.cursorOf(params.variables), viewer);
      if (isGone) return;
      const writer = eventWriter(response);
      if (first.cursor === undefined) {
        if (isUnavailable(first))
          throw new RequestRefused(503, 'SUBGRAPH_UNAVAILABLE', 'What is new can not be had now.', { 'retry-after': '2' });
        writer.open(headers);
        writer.next(first.body);
        return writer.complete();
      }
      writer.open(headers);
      writer.next(first.body, first.cursor);
      const opened = now();
      const line = { requestId, operation: operation.name, viewer: viewer.id, viewerKind: viewer.kind };
      log.info({ event: 'live-opened', ...line, client: clientName(request.headers['x-client-name']) });
      const identify = pipeline.recogniser(request, asked.address, tuning.identityAfterMs ?? IDENTITY_AFTER_MS);
      const made = openStream({
        writer,
        viewer,
        cursor: first.cursor,
        requestId,
        ask,
        identify,
        hub,
        lanes,
        metrics,
        now,
        onClosed(reason, answers) {
          streams.delete(made);
          log.info({ event: 'live-closed', ...line, reason, answers, seconds: Math.round((now() - opened) / 1_000) });
        },
        onError: (error) => log.error({ event: 'live-answer-failed', ...line, err: error }),
      });
      stream = made;
      streams.add(made);
      hub.add(made);
      response.on('drain', made.drained);
      if (stopping) made.close('stopping');
    } finally {
      if (stream === null) givePlaceBack();
    }
  }

  return {
    async handle(request, response, headers) {
      const requestId = randomUUID();
      const own = { ...headers, 'x-request-id': requestId };
      try {
        const asked = await pipeline.read(request, requestId);
        if (asked.operation.kind === 'subscription' && asked.viewer) return await subscribe(request, response, asked, own);
        // Clients of the protocol send everything this way: what has one answer gets it, and the stream ends.
        const { data, errors } = await pipeline.perform(asked);
        const writer = eventWriter(response);
        writer.open(own);
        writer.next({ ...(errors ? { errors } : {}), ...(data === undefined ? {} : { data }) });
        return writer.complete();
      } catch (error) {
        const refusal = pipeline.refusal(error, requestId);
        // What is wrong with the operation is told in the stream, as the protocol asks; who may not have one gets none.
        if (refusal.status !== 400) return send(response, refusal, headers);
        const writer = eventWriter(response);
        writer.open(own);
        writer.next(JSON.parse(refusal.body) as object);
        return writer.complete();
      }
    },
    async stop() {
      stopping = true;
      clearInterval(sweep);
      ear?.stop();
      for (const stream of streams) stream.close('stopping');
      await hub.stop();
    },
  };
}

const lastEventId = (request: IncomingMessage): string | undefined => {
  const header = request.headers['last-event-id'];
  return typeof header === 'string' && header !== '' ? header : undefined;
};

function isUnavailable({ body }: LiveAnswer): boolean {
  return body.errors?.some((error) => error.extensions?.['code'] === 'SUBGRAPH_UNAVAILABLE') ?? false;
}

function send(response: ServerResponse, { status, headers, body }: Answer, more: Readonly<Record<string, string>>): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { 'cache-control': 'no-store', ...more, ...headers, 'content-length': bytes.length }).end(bytes);
}
