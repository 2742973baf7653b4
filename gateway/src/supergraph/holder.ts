import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from '@servicepunt/shared/log';
import type { Supergraph } from './supergraph.ts';

/** The supergraph in force, and how another one takes its place without a request noticing. */
export interface SupergraphHolder {
  current(): Supergraph;
  /**
   * Loads another SDL beside the one in force, prepares the operations that clients are known to send, and then takes it for new
   * requests. What can't be loaded is refused and named in the log; the old one stays.
   */
  replace(sdl: string): Promise<'same' | 'loaded' | 'refused'>;
  /** Whether the last SDL that was offered could not be taken. */
  isRefusing(): boolean;
  stop(): Promise<void>;
}

/** Recently used operations that are prepared before a supergraph is taken: more are rare, and planned when they come. */
const MAX_PREPARED = 300;

export async function holdSupergraph(options: {
  sdl: string;
  load: (sdl: string) => Promise<Supergraph>;
  /** Documents that clients are known to send. */
  known: readonly string[];
  announce: (supergraph: Supergraph) => void;
  /** How long a request of the old supergraph may still run, in milliseconds. */
  graceMs: number;
  log: Logger;
}): Promise<SupergraphHolder> {
  const { log } = options;
  let inForce = await options.load(options.sdl);
  await prepareKnown(inForce, options.known);
  let refused = '';
  let replacing: Promise<unknown> = Promise.resolve();
  const leaving = new Set<ReturnType<typeof setTimeout>>();
  const retired = new Set<Supergraph>();

  async function replace(sdl: string): Promise<'same' | 'loaded' | 'refused'> {
    const id = createHash('sha256').update(sdl).digest('hex').slice(0, 12);
    if (id === inForce.id) refused = '';
    if (id === inForce.id || id === refused) return 'same';
    const started = performance.now();
    let next: Supergraph;
    try {
      next = await options.load(sdl);
    } catch (error) {
      refused = id;
      log.error({
        event: 'supergraph-refused',
        supergraph: id,
        inForce: inForce.id,
        reason: error instanceof Error ? error.message : 'unknown',
      });
      return 'refused';
    }
    const prepared = await prepareKnown(next, [...options.known, ...inForce.documents.recent(MAX_PREPARED)]);
    const old = inForce;
    inForce = next;
    refused = '';
    options.announce(next);
    log.info({ event: 'supergraph-loaded', supergraph: next.id, before: old.id, prepared, ms: Math.round(performance.now() - started) });
    retire(old);
    return 'loaded';
  }

  function retire(old: Supergraph): void {
    retired.add(old);
    const timer = setTimeout(() => {
      leaving.delete(timer);
      retired.delete(old);
      old.stop().catch((error: unknown) => log.warn({ event: 'stop-failed', step: 'supergraph', err: error }));
    }, options.graceMs);
    timer.unref();
    leaving.add(timer);
  }

  return {
    current: () => inForce,
    isRefusing: () => refused !== '',
    replace(sdl) {
      const result = replacing.then(() => replace(sdl));
      replacing = result.catch(() => undefined);
      return result;
    },
    async stop() {
      await replacing;
      for (const timer of leaving) clearTimeout(timer);
      await Promise.all([inForce, ...retired].map((supergraph) => supergraph.stop()));
    },
  };
}

/** Parses, checks, plans and compiles; in between, requests get their turn. Documents that don't fit the supergraph, or can't be planned, are left out. */
async function prepareKnown(supergraph: Supergraph, sources: readonly string[]): Promise<number> {
  let prepared = 0;
  for (const source of new Set(sources)) {
    for (const operation of supergraph.documents.operationsOf(source)) {
      const done = await (supergraph.prepare(operation) ?? Promise.resolve()).then(
        () => true,
        () => false,
      );
      if (done) prepared += 1;
      await nextTurn();
    }
    await nextTurn();
  }
  return prepared;
}
