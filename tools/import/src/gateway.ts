import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';

/** The gateway won't do this however often it's asked: not signed in, not allowed, another version. */
export class GatewayRefusal extends Error {
  override name = 'GatewayRefusal';
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
/** Nobody answered, or not now; the same request may be sent again. */
export class GatewayUnavailable extends Error {
  override name = 'GatewayUnavailable';
  /** How long the gateway asked to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  constructor(message: string, retryAfterMs?: number, options?: ErrorOptions) {
    super(message, options);
    this.retryAfterMs = retryAfterMs;
  }
}
/** Some value in the variables, or their size, was refused as a whole: which one, the gateway doesn't say. */
export class InputRefused extends Error {
  override name = 'InputRefused';
}

export interface Gateway {
  /** Runs an operation; resolves to `data` when there are no errors, else throws one of the three errors of this file. */
  run(document: string, variables: Record<string, unknown>): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

/** More than the gateway gives a bulk mutation. */
const REQUEST_TIMEOUT_MS = 30_000;
const FATAL: Readonly<Record<string, string>> = {
  UNAUTHENTICATED: 'The token is missing, wrong or expired: take a new one.',
  FORBIDDEN: 'This token may not import this: it takes the Servicepunt, or for pupils the coordinator of the school.',
  GRAPHQL_VALIDATION_FAILED: 'The gateway does not know this import: it runs another version than this tool.',
  GRAPHQL_PARSE_FAILED: 'The gateway does not understand this import: it runs another version than this tool.',
};

/** What this program calls itself: the gateway's log and metrics tell its load apart by it. */
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as { version: string };
const PROGRAM = { 'x-client-name': 'import', 'x-client-version': version };

/** A client of the gateway for one person's token. */
export function createGateway(options: { endpoint: string; token: () => Promise<string> | string; connections?: number }): Gateway {
  const url = new URL(options.endpoint);
  const pool = new Pool(url.origin, {
    connections: options.connections ?? 8,
    headersTimeout: REQUEST_TIMEOUT_MS,
    bodyTimeout: REQUEST_TIMEOUT_MS,
    connect: { timeout: 5_000 },
  });

  async function post(document: string, variables: Record<string, unknown>) {
    const headers = {
      ...PROGRAM,
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
      'accept-language': 'en',
      authorization: `Bearer ${await options.token()}`,
    };
    try {
      const response = await pool.request({
        path: url.pathname + url.search,
        method: 'POST',
        headers,
        body: JSON.stringify({ query: document, variables }),
      });
      return { status: response.statusCode, retryAfter: Number(response.headers['retry-after']), text: await response.body.text() };
    } catch (error) {
      const { code = 'no answer' } = error as { code?: string };
      throw new GatewayUnavailable(`The gateway at ${url.origin} does not answer (${code}).`, undefined, { cause: error });
    }
  }

  return {
    async run(document, variables) {
      const { status, retryAfter, text } = await post(document, variables);
      const wait = Number.isFinite(retryAfter) ? retryAfter * 1_000 : undefined;
      const answer = readAnswer(text);
      const codes = answer?.errors ?? [];
      const fatal = codes.find((code) => code in FATAL) ?? (status === 401 ? 'UNAUTHENTICATED' : status === 403 ? 'FORBIDDEN' : undefined);
      if (fatal !== undefined) throw new GatewayRefusal(fatal, FATAL[fatal] ?? fatal);
      if (status === 413 || codes.includes('BAD_USER_INPUT')) throw new InputRefused('The gateway refused a value of these rows.');
      if (status === 404) throw new GatewayRefusal('NOT_FOUND', `There is no gateway at ${url.origin}${url.pathname}.`);
      if (answer?.data && codes.length === 0) return answer.data;
      if (codes.length > 0 && status >= 400 && status < 500 && status !== 429)
        throw new GatewayRefusal(codes[0] ?? '', `The gateway refused the request (${codes[0]}).`);
      if (status === 429 || status >= 500 || codes.length > 0)
        throw new GatewayUnavailable(`The gateway answered ${codes[0] ?? status}.`, wait);
      throw new GatewayRefusal(
        'UNEXPECTED_ANSWER',
        `What answers at ${url.origin}${url.pathname} is no GraphQL gateway (status ${status}).`,
      );
    },
    close: () => pool.close(),
  };
}

/** `errors` are their codes only: a message may hold more than we want on a screen. */
function readAnswer(text: string): { data: Record<string, unknown> | undefined; errors: string[] } | undefined {
  try {
    const body = JSON.parse(text) as { data?: Record<string, unknown> | null; errors?: { extensions?: { code?: unknown } }[] };
    if (typeof body !== 'object' || body === null) return undefined;
    return {
      data: body.data ?? undefined,
      errors: (body.errors ?? []).map((error) =>
        typeof error.extensions?.code === 'string' ? error.extensions.code : 'INTERNAL_SERVER_ERROR',
      ),
    };
  } catch {
    return undefined;
  }
}

export interface Persistence {
  readonly attempts?: number;
  readonly pause?: (ms: number) => Promise<unknown>;
  /** Hears why the same request is going to be sent again. */
  readonly waiting?: (reason: string) => void;
}

/** Asks again while nobody answers: six times within about fifteen seconds, or when the gateway says. For what may be repeated. */
export async function repeated<T>(job: () => Promise<T>, { attempts = 6, pause = sleep, waiting }: Persistence = {}): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await job();
    } catch (error) {
      if (!(error instanceof GatewayUnavailable) || attempt >= attempts) throw error;
      waiting?.(error.message);
      await pause(error.retryAfterMs ?? 250 * 2 ** attempt);
    }
  }
}
