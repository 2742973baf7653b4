import type { IncomingMessage } from 'node:http';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from '@servicepunt/shared/log';
import type { RequestState } from '../request-state.ts';

/** One line per operation: what, for whom (ids), what it cost and took; never variables, never the document. */
export function logOperation(
  log: Logger,
  line: {
    request: IncomingMessage;
    state: RequestState;
    cost: number;
    ms: number;
    status: number;
    errors: readonly GraphQLFormattedError[] | undefined;
  },
): void {
  const { state } = line;
  log.info({
    event: 'operation',
    requestId: state.requestId,
    operation: state.operation.name,
    kind: state.operation.kind,
    client: clientName(line.request.headers['x-client-name']),
    clientVersion: clientName(line.request.headers['x-client-version']),
    viewer: state.viewer?.id ?? null,
    viewerKind: state.viewer?.kind ?? null,
    cost: line.cost,
    calls: state.calls,
    ms: Math.round(line.ms),
    status: line.status,
    ...(line.errors ? { codes: [...new Set(line.errors.map((error) => error.extensions?.['code']))] } : {}),
  });
}

/** What the client calls itself or its version, if that looks like a name. */
export function clientName(header: string | string[] | undefined): string | null {
  return typeof header === 'string' && /^[\w.-]{1,40}$/.test(header) ? header : null;
}
