import type { IncomingMessage } from 'node:http';
import { tracing, type Tracing } from '@servicepunt/shared/telemetry/tracing';
import type { Answer } from '../pipeline.ts';
import type { RequestState } from '../request-state.ts';
import type { AskSubgraph } from '../subgraph/ask.ts';
import { clientName } from './operation-log.ts';

type Answering = (request: IncomingMessage) => Promise<Answer>;

/**
 * Each request as the first span of a trace. A client's own `traceparent` is heard only where that is configured:
 * anybody could otherwise have all of his requests kept, or hide them in the trace of another.
 */
export function traced(answer: Answering, trustsClients: boolean): Answering {
  if (!tracing) return answer;
  const on = tracing;
  return (request) => {
    const { traceparent } = request.headers;
    const parent = trustsClients && typeof traceparent === 'string' ? traceparent : undefined;
    return on.entry('operation', { kind: 'server', parent }, async () => {
      const answered = await answer(request);
      on.annotate({ 'http.response.status_code': answered.status });
      return answered;
    });
  };
}

const LONGEST_NAME = 100;

/** What was asked: by the document's name and hash, never by the document, which may have values in it. */
export function tellOfOperation(on: Tracing, request: IncomingMessage, { operation, viewer, requestId }: RequestState, cost: number): void {
  on.annotate({
    'servicepunt.request_id': requestId,
    'graphql.operation.name': operation.name?.slice(0, LONGEST_NAME),
    'graphql.operation.type': operation.kind,
    'servicepunt.document.hash': operation.hash,
    'servicepunt.client': clientName(request.headers['x-client-name']) ?? undefined,
    'servicepunt.viewer_kind': viewer?.kind,
    'servicepunt.cost': cost,
  });
}

export function tellOfRefusal(on: Tracing, requestId: string, code: string): void {
  on.annotate({ 'servicepunt.request_id': requestId, 'error.type': code });
}

/** A span per fetch. */
export function tracedAsk(on: Tracing, ask: AskSubgraph): AskSubgraph {
  return (subgraph, body, isMutation, state) =>
    on.step(`fetch ${subgraph}`, 'client', { 'servicepunt.subgraph': subgraph }, async () => {
      const answer = await ask(subgraph, body, isMutation, state);
      if (answer.errors) on.annotate({ 'servicepunt.outcome': 'errors' });
      return answer;
    });
}
