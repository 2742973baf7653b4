import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { IDLE_CONNECTION_MS } from '@servicepunt/shared/http';
import { createBreaker } from './breaker.ts';
import { exchange, ExchangeFailed, type RawAnswer } from './exchange.ts';
import { isIdempotent } from './idempotent.ts';

/** A subgraph's answer, of the shape that GraphQL promises. */
export interface SubgraphAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly SubgraphError[];
}
export interface SubgraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export type UnavailableReason = ExchangeFailed['reason'] | 'busy' | 'breaker open' | 'deadline' | 'not GraphQL' | 'identity refused';
/** The subgraph gave no usable answer. The reason is for log and metrics; a client is told no more than `SUBGRAPH_UNAVAILABLE`. */
export class SubgraphUnavailable extends Error {
  override name = 'SubgraphUnavailable';
  readonly subgraph: string;
  readonly reason: UnavailableReason;
  constructor(subgraph: string, reason: UnavailableReason, cause?: unknown) {
    super(`${subgraph}: ${reason}`, { cause });
    this.subgraph = subgraph;
    this.reason = reason;
  }
}

export interface SubgraphRequest {
  /** The GraphQL request as JSON. */
  readonly body: string;
  /** A query is sent a second time when its connection was closed under it; a mutation only if all of it carries idempotency keys. */
  readonly isMutation: boolean;
  /** Signed identity of the viewer; absent where the gateway runs without identities. */
  readonly identity: string | undefined;
  readonly requestId: string;
  /** The span of this request, where it is traced. */
  readonly traceparent?: string | undefined;
  /** Instant in milliseconds after which nobody waits any more. */
  readonly deadline: number;
}
export interface SubgraphClient {
  readonly name: string;
  /** Rejects with `SubgraphUnavailable` and nothing else. */
  send(request: SubgraphRequest): Promise<SubgraphAnswer>;
  isOpen(): boolean;
  close(): Promise<void>;
}

/** Connections to one subgraph; further requests wait in a line of at most `MAX_WAITING`. */
const CONNECTIONS = 64;
const MAX_WAITING = 512;
/**
 * A replica that died takes its connections along, and new ones may still be led to it until that is known: so often a connection is
 * looked for. Nothing of the request has been sent until there is one; what was sent and lost is sent once more at most.
 */
const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 20;

export function createSubgraphClient(options: {
  name: string;
  url: string;
  timeoutMs: number;
  now: () => number;
  /** Told of each exchange: its outcome and how long it took. */
  observe: (outcome: 'ok' | UnavailableReason, ms: number) => void;
}): SubgraphClient {
  const { name, now } = options;
  const { origin, pathname, search } = new URL(options.url);
  const path = `${pathname}${search}`;
  const breaker = createBreaker(now);
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    pipelining: 1,
    // Our side closes an idle connection first, also while the subgraph drains.
    keepAliveTimeout: IDLE_CONNECTION_MS,
    keepAliveMaxTimeout: IDLE_CONNECTION_MS,
    connect: { timeout: 1_000 },
  });

  /** Exchanges under way, those in the line included: undici's own count walks through every connection. */
  let pending = 0;

  async function attempt(request: SubgraphRequest): Promise<SubgraphAnswer> {
    const left = request.deadline - now();
    if (left <= 0) throw new SubgraphUnavailable(name, 'deadline');
    if (!breaker.allows()) throw new SubgraphUnavailable(name, 'breaker open');
    if (pending >= CONNECTIONS + MAX_WAITING) throw new SubgraphUnavailable(name, 'busy');
    const timeoutMs = request.isMutation ? left : Math.min(options.timeoutMs, left);
    pending += 1;
    try {
      return readAnswer(name, await exchange(pool, { path, headers: headersOf(request), body: request.body, timeoutMs }));
    } catch (error) {
      // It was given less than its due because others had used up the time: no sign of illness.
      if (error instanceof ExchangeFailed && error.reason === 'timeout' && timeoutMs < options.timeoutMs)
        throw new SubgraphUnavailable(name, 'deadline');
      throw error;
    } finally {
      pending -= 1;
    }
  }

  async function attempts(request: SubgraphRequest): Promise<SubgraphAnswer> {
    let wasSent = false;
    for (let tried = 1; ; tried += 1) {
      try {
        return await attempt(request);
      } catch (error) {
        const wait = FIRST_PAUSE_MS * 2 ** (tried - 1);
        if (tried === ATTEMPTS || !mayRepeat(error, request, wasSent) || now() + wait >= request.deadline) throw error;
        wasSent ||= error.sent;
        await pause(wait);
      }
    }
  }

  return {
    name,
    async send(request) {
      const started = performance.now();
      try {
        const answer = await attempts(request);
        breaker.succeeded();
        options.observe('ok', performance.now() - started);
        return answer;
      } catch (error) {
        const failure = error instanceof SubgraphUnavailable ? error : unavailable(name, error);
        if (saysThatItIsIll(failure.reason)) breaker.failed();
        options.observe(failure.reason, performance.now() - started);
        throw failure;
      }
    },
    isOpen: breaker.isOpen,
    close: () => pool.destroy(),
  };
}

/** By name and value in turn, as undici writes them without looking through an object first. */
function headersOf({ requestId, deadline, identity, traceparent }: SubgraphRequest): string[] {
  const headers = [
    'content-type',
    'application/json',
    'accept',
    'application/json',
    'x-request-id',
    requestId,
    'x-deadline',
    String(deadline),
  ];
  if (identity !== undefined) headers.push('authorization', `Bearer ${identity}`);
  if (traceparent !== undefined) headers.push('traceparent', traceparent);
  return headers;
}

/** A lost connection may be tried again: always while the request was not written to it, once afterwards if a repeat is harmless. */
function mayRepeat(error: unknown, { isMutation, body }: SubgraphRequest, wasSent: boolean): error is ExchangeFailed {
  if (!(error instanceof ExchangeFailed)) return false;
  if (!error.sent) return error.reason === 'unreachable' || error.reason === 'reset';
  return error.reason === 'reset' && !wasSent && (!isMutation || isIdempotent(body));
}

function unavailable(name: string, error: unknown): SubgraphUnavailable {
  if (!(error instanceof ExchangeFailed)) throw error;
  return new SubgraphUnavailable(name, error.reason, error.cause);
}

/** What we ourselves cut short, or refused, says nothing about the subgraph. */
function saysThatItIsIll(reason: UnavailableReason): boolean {
  return reason === 'timeout' || reason === 'reset' || reason === 'unreachable' || reason === 'not GraphQL';
}

function readAnswer(name: string, { status, text }: RawAnswer): SubgraphAnswer {
  // Our own token was refused: that is never the caller's fault.
  if (status === 401) throw new SubgraphUnavailable(name, 'identity refused');
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (cause) {
    throw new SubgraphUnavailable(name, 'not GraphQL', cause);
  }
  if (!isAnswer(answer)) throw new SubgraphUnavailable(name, 'not GraphQL');
  return answer;
}

/** A status other than 200 with a GraphQL body is an answer all the same: a variable of the wrong type gives 400. */
function isAnswer(value: unknown): value is SubgraphAnswer {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { data, errors } = value as { data?: unknown; errors?: unknown };
  if (data !== undefined && (typeof data !== 'object' || Array.isArray(data))) return false;
  if (errors !== undefined && !(Array.isArray(errors) && errors.every(isError))) return false;
  return (data !== undefined && data !== null) || (Array.isArray(errors) && errors.length > 0);
}
function isError(value: unknown): value is SubgraphError {
  if (typeof value !== 'object' || value === null) return false;
  const { path } = value as { path?: unknown };
  return path === undefined || path === null || Array.isArray(path);
}
