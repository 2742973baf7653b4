import { Pool } from 'undici';

/** One request of a client: a document with variables and what must be in its answer. */
export interface LoadRequest {
  readonly kind: string;
  readonly authorization: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Told of the answer's data; throws when something is missing in it. */
  check?(data: Record<string, unknown>): void;
}

export interface PhaseCounts {
  readonly sent: number;
  readonly failed: number;
  /** Answered well, but only the second time. */
  readonly retried: number;
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
}
export interface Failure {
  readonly phase: string;
  readonly kind: string;
  readonly reason: string;
  readonly atMs: number;
}

export interface Load {
  /** What follows is counted under this name; in an outage there is nothing to answer from. */
  phase(name: string, kind?: 'outage'): void;
  /** From now on a request that failed may be sent once more; resolves when those sent before, which may not, have been answered. */
  mayRetry(): Promise<void>;
  /** Stops sending and waits for what is in flight. */
  stop(): Promise<void>;
  counts(): Record<string, PhaseCounts>;
  failures(): readonly Failure[];
}

const TIMEOUT_MS = 25_000;
const RETRY_AFTER_MS = 250;
/** Failures kept with their reason. */
const KEPT = 50;

/** A phase and when it began. */
export interface Begun {
  readonly name: string;
  readonly kind?: 'outage' | undefined;
  readonly at: number;
}

/** The phase under which a request counts: the one in which it was sent, unless an outage that it met while it was under way explains its failure. */
export function phaseOf(phases: readonly Begun[], sentAt: number, endedAt: number, failed: boolean): string {
  const last = phases.findLastIndex(({ at }) => at <= sentAt);
  const met = phases.slice(Math.max(last, 0)).filter(({ at }) => at <= endedAt);
  return (failed ? met.find(({ kind }) => kind === 'outage') : undefined)?.name ?? met[0]?.name ?? '';
}

interface GraphQLProblem {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}
const inShort = ({ message, path = [], extensions }: GraphQLProblem) => `${extensions?.code ?? message} at ${path.join('.')}`;

/** Sends `perSecond` requests each second whether or not earlier ones were answered, as people do. */
export function startLoad(options: {
  url: string;
  perSecond: number;
  next: () => LoadRequest;
  onFailure?: (failure: Failure) => void;
}): Load {
  const pool = new Pool(options.url, { connections: 64, headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS });
  const phases = new Map<string, { failed: number; retried: number; times: number[] }>();
  const failures: Failure[] = [];
  const inFlight = new Set<Promise<void>>();
  const began = performance.now();
  const begun: Begun[] = [{ name: 'warm-up', at: began }];
  let retry = false;
  let sent = 0;

  async function attempt(request: LoadRequest): Promise<string | null> {
    try {
      const response = await pool.request({
        path: '/graphql',
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: request.authorization },
        body: JSON.stringify({ query: request.query, variables: request.variables }),
      });
      const text = await response.body.text();
      if (response.statusCode !== 200) return `HTTP ${response.statusCode} ${text.slice(0, 200)}`;
      const answer = JSON.parse(text) as { data?: Record<string, unknown>; errors?: readonly GraphQLProblem[] };
      if (answer.errors || !answer.data) return (answer.errors ?? []).map(inShort).join(', ').slice(0, 300) || 'no data';
      request.check?.(answer.data);
      return null;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? `${String(error.code)} ` : '';
      return `${code}${error instanceof Error ? error.message : String(error)}`;
    }
  }

  async function send(request: LoadRequest): Promise<void> {
    const once = !retry;
    const started = performance.now();
    const told = (reason: string) => {
      const phase = phaseOf(begun, started, performance.now(), true);
      const failure = { phase, kind: request.kind, reason, atMs: Math.round(performance.now() - began) };
      if (failures.length < KEPT) failures.push(failure);
      options.onFailure?.(failure);
    };
    let reason = await attempt(request);
    const again = reason !== null && !once;
    if (again) {
      told(`sent again: ${reason}`);
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
      reason = await attempt(request);
    }
    const phase = phaseOf(begun, started, performance.now(), again || reason !== null);
    const count = phases.get(phase) ?? { failed: 0, retried: 0, times: [] };
    phases.set(phase, count);
    if (again && reason === null) count.retried += 1;
    count.times.push(performance.now() - started);
    if (reason !== null) {
      count.failed += 1;
      told(reason);
    }
  }

  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - began) / 1_000) * options.perSecond);
    for (; sent < due; sent += 1) {
      const work: Promise<void> = send(options.next()).finally(() => inFlight.delete(work));
      inFlight.add(work);
    }
  }, 5);

  return {
    phase: (name, kind) => void begun.push({ name, kind, at: performance.now() }),
    async mayRetry() {
      retry = true;
      await Promise.all(inFlight);
    },
    async stop() {
      clearInterval(timer);
      await Promise.all(inFlight);
      await pool.close();
    },
    counts: () =>
      Object.fromEntries(
        [...phases].map(([name, { failed, retried, times }]) => {
          const sorted = times.toSorted((left, right) => left - right);
          const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
          return [name, { sent: times.length, failed, retried, p50: at(0.5), p99: at(0.99), longest: at(1) }];
        }),
      ),
    failures: () => failures,
  };
}
