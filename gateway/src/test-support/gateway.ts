import { request } from 'undici';
import { SERVICES, type Viewer } from '@servicepunt/shared/contracts/roles';
import { createLog } from '@servicepunt/shared/log';
import { testKeys } from '@servicepunt/shared/test-support/subgraph';
import { startGateway, type GatewayConfig, type RunningGateway } from '../gateway.ts';
import type { LiveTuning } from '../live/live.ts';
import type { FakeSubgraph } from './subgraphs.ts';
import { supergraphFile } from './subgraphs.ts';

export type Body = {
  // oxlint-disable-next-line typescript/no-explicit-any -- answers are as free as the documents that ask for them.
  data?: any;
  extensions?: unknown;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string; requestId?: string } }[];
};
export interface Reply {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
  readonly body: Body;
}

export interface TestGateway extends RunningGateway {
  readonly supergraphFile: string;
  /** Sends one operation. */
  ask(query: string, options?: { variables?: Record<string, unknown>; headers?: Record<string, string>; path?: string }): Promise<Reply>;
  raw(options: { method?: string; path?: string; headers?: Record<string, string>; body?: string | null }): Promise<Reply>;
}

export const defaults: GatewayConfig = {
  NODE_ENV: 'test',
  HOST: '127.0.0.1',
  PORT: 0,
  OPS_PORT: 0,
  SHUTDOWN_DEADLINE_MS: 5_000,
  SUPERGRAPH_POLL_MS: 50,
  EXECUTOR: 'own',
  TRUSTED_PROXIES: 0,
  SUBGRAPH_TIMEOUT_MS: 4_000,
  QUERY_TIMEOUT_MS: 8_000,
  MUTATION_TIMEOUT_MS: 8_000,
  RATE_LIMIT_FACTOR: 1,
  PLANNER_HEAP_MB: 256,
  TRUSTED_DOCUMENTS_ONLY: [],
};

/** The gateway in front of fake subgraphs; with `issuer` it demands identities and asks the fakes for its viewers. */
export async function startTestGateway(options: {
  subgraphs: readonly FakeSubgraph[];
  config?: Partial<GatewayConfig>;
  issuer?: string;
  now?: () => number;
  logLevel?: string;
  requestTimeoutMs?: number;
  live?: LiveTuning;
}): Promise<TestGateway> {
  const { privateKeys } = await testKeys();
  const urls = Object.fromEntries(
    options.subgraphs.filter(({ name }) => (SERVICES as readonly string[]).includes(name)).map(({ name, url }) => [name, url]),
  );
  const file = supergraphFile(options.subgraphs);
  const gateway = await startGateway({
    config: { ...defaults, SUPERGRAPH: file, ...options.config },
    identity:
      options.issuer === undefined ? null : { privateKey: privateKeys.gateway, urls, issuer: options.issuer, audience: 'servicepunt' },
    log: createLog({ service: 'gateway', level: options.logLevel ?? 'silent', keepMessages: true }),
    ...(options.now ? { now: options.now } : {}),
    ...(options.live ? { live: options.live } : {}),
    ...(options.requestTimeoutMs ? { requestTimeoutMs: options.requestTimeoutMs } : {}),
  });
  const raw: TestGateway['raw'] = async ({ method = 'POST', path = '/graphql', headers = {}, body = null }) => {
    const response = await request(`${gateway.url}${path}`, { method: method as 'POST', headers, body });
    const text = await response.body.text();
    return { status: response.statusCode, headers: response.headers, text, body: parsed(text) };
  };
  return {
    ...gateway,
    supergraphFile: file,
    raw,
    ask: (query, { variables, headers = {}, path = '/graphql' } = {}) =>
      raw({
        path,
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, ...(variables ? { variables } : {}) }),
      }),
  };
}

function parsed(text: string): Body {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return {};
  }
}

/** A person as `students` or `employers` tells the gateway. */
export function person(id: string, ...grants: Viewer['grants']): Viewer {
  return { kind: 'PERSON', id, language: 'nl', grants };
}
