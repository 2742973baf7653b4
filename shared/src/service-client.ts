import { setTimeout as pause } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { CALLS, type CallInput, type CallName, type CallOutput } from './contracts/calls.ts';
import type { ServiceName, Viewer } from './contracts/roles.ts';
import { IDLE_CONNECTION_MS } from './http.ts';
import type { IdentitySigner } from './identity.ts';
import { tracing } from './telemetry/tracing.ts';

/** The other service didn't answer in time, or not at all. Nothing may have been decided on a guess. */
export class ServiceUnavailable extends Error {
  override name = 'ServiceUnavailable';
  readonly service: ServiceName;
  constructor(service: ServiceName, cause: unknown) {
    super(`${service} is not available`, { cause });
    this.service = service;
  }
}

export interface CallOptions {
  readonly onBehalfOf?: Viewer;
  readonly requestId?: string;
  /** Instant in milliseconds; the call ends before it. */
  readonly deadline?: number;
}
/** Calls an operation of another service by the table in `contracts/calls.ts`. Throws `ServiceUnavailable` when it can't be had. */
export type Call = <N extends CallName>(name: N, input: CallInput<N>, options?: CallOptions) => Promise<CallOutput<N>>;
/** Events of a producer after a number, oldest first. */
export type PullEvents = (producer: ServiceName, after: number, limit: number) => Promise<PulledEvent[]>;
export interface PulledEvent {
  readonly number: number;
  readonly id: string;
  readonly type: string;
  readonly at: string;
  readonly revision: number;
  readonly actor: string;
  readonly data: unknown;
  /** The trace in which it happened, where that is known. */
  readonly trace?: string;
}

export type ServiceUrls = Readonly<Partial<Record<ServiceName, string>>>;

const TIMEOUT_MS = 3_000;
/** A replica that died takes its connections along, and new ones may still be sent to it until that is known. */
const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 20;

export interface ServiceClient {
  readonly call: Call;
  readonly pullEvents: PullEvents;
  close(): Promise<void>;
}

export function createServiceClient(options: { signer: IdentitySigner; urls: ServiceUrls; timeoutMs?: number }): ServiceClient {
  const agent = new Agent({
    connections: 16,
    keepAliveTimeout: IDLE_CONNECTION_MS,
    keepAliveMaxTimeout: IDLE_CONNECTION_MS,
    connectTimeout: 1_000,
  });
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;

  async function send(
    service: ServiceName,
    method: 'GET' | 'POST',
    path: string,
    body: string | null,
    callOptions: CallOptions,
  ): Promise<unknown> {
    const base = options.urls[service];
    if (base === undefined) throw new Error(`No URL is configured for ${service}`);
    const traceparent = tracing?.traceparent();
    const until = Math.min(Date.now() + timeoutMs, callOptions.deadline ?? Infinity);
    const attempt = async () => {
      const left = until - Date.now();
      if (left <= 0) throw new Error('the deadline has passed');
      const response = await request(`${base}${path}`, {
        method,
        dispatcher: agent,
        body,
        headers: {
          authorization: `Bearer ${await options.signer.signSelf(service, callOptions.onBehalfOf)}`,
          ...(body === null ? {} : { 'content-type': 'application/json' }),
          ...(callOptions.requestId ? { 'x-request-id': callOptions.requestId } : {}),
          ...(traceparent === undefined ? {} : { traceparent }),
        },
        signal: AbortSignal.timeout(Math.ceil(left)),
      });
      if (response.statusCode !== 200) {
        await response.body.dump();
        throw new Error(`answered ${response.statusCode}`);
      }
      return response.body.json();
    };
    for (let tried = 1; ; tried += 1) {
      try {
        return await attempt();
      } catch (error) {
        // Every call is idempotent by its id, so it may be repeated although the first one may have been carried out.
        const wait = FIRST_PAUSE_MS * 2 ** (tried - 1);
        if (!isLostConnection(error) || tried === ATTEMPTS || Date.now() + wait >= until) throw new ServiceUnavailable(service, error);
        await pause(wait);
      }
    }
  }

  return {
    async call(name, input, callOptions = {}) {
      const definition = CALLS[name];
      const path = `/calls/${name}`;
      const body = JSON.stringify(input);
      const output = await (tracing
        ? tracing.step(`call ${name}`, 'client', { 'servicepunt.call': name }, () =>
            send(definition.owner, 'POST', path, body, callOptions),
          )
        : send(definition.owner, 'POST', path, body, callOptions));
      return definition.output.parse(output) as CallOutput<typeof name>;
    },
    async pullEvents(producer, after, limit) {
      const answer = (await send(producer, 'GET', `/events?after=${after}&limit=${limit}`, null, {})) as { events: PulledEvent[] };
      return answer.events;
    },
    close: () => agent.close(),
  };
}

const LOST_CONNECTION = ['ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE', 'ECONNREFUSED', 'UND_ERR_CONNECT_TIMEOUT'];

function isLostConnection(error: unknown): boolean {
  return error instanceof Error && 'code' in error && LOST_CONNECTION.includes(String(error.code));
}
