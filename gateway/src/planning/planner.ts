import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { QueryPlan } from '@apollo/query-planner';
import type { Question, Reply } from './protocol.ts';

/** Apollo's query planner in a thread of its own. Rejects with what is wrong with a supergraph or an operation. */
export interface Planner {
  /** Makes a supergraph known under a name and answers the schema that clients see, as SDL. */
  load(supergraph: string, sdl: string): Promise<string>;
  plan(supergraph: string, source: string, operationName: string | null): Promise<QueryPlan>;
  drop(supergraph: string): Promise<void>;
  stop(): Promise<void>;
}

/** An operation of ours is planned in milliseconds; one that takes longer is meant to take long. */
const PLANNING_TIMEOUT_MS = 10_000;

type QuestionBody = Question extends infer Each ? (Each extends Question ? Omit<Each, 'id'> : never) : never;

/**
 * Starts the thread. If it ends by itself (an operation whose plan takes all of its memory, or too long), those who wait are told, and another
 * one takes its place with the same supergraphs.
 */
export function startPlanner(options: { onDeath: (error: unknown) => void; thread?: string; timeoutMs?: number }): Planner {
  const file = options.thread ?? join(import.meta.dirname, 'thread.ts');
  const supergraphs = new Map<string, string>();
  const waiting = new Map<number, { resolve: (reply: Reply) => void; reject: (error: unknown) => void }>();
  let last = 0;
  let stopping = false;
  let worker = start();

  function start(): Worker {
    // The planner's graph is the only large thing in it.
    const started = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: 512 } });
    started.unref();
    started.on('message', (reply: Reply) => {
      const question = waiting.get(reply.id);
      waiting.delete(reply.id);
      if (waiting.size === 0) started.unref();
      if ('error' in reply) question?.reject(new Error(reply.error));
      else question?.resolve(reply);
    });
    let cause: unknown = new Error('the planning thread ended');
    started.on('error', (error) => {
      cause = error;
    });
    started.on('exit', () => {
      for (const { reject } of waiting.values()) reject(cause);
      waiting.clear();
      if (stopping) return;
      options.onDeath(cause);
      worker = start();
      for (const [supergraph, sdl] of supergraphs) ask({ kind: 'load', supergraph, sdl }).catch(() => undefined);
    });
    return started;
  }

  function ask(question: QuestionBody): Promise<Reply> {
    last += 1;
    const id = last;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      // Referenced only while somebody waits: an idle thread keeps no process alive.
      worker.ref();
      worker.postMessage({ id, ...question } satisfies Question);
    });
  }

  return {
    async load(supergraph, sdl) {
      const reply = await ask({ kind: 'load', supergraph, sdl });
      if (!('apiSdl' in reply)) return unexpected();
      supergraphs.set(supergraph, sdl);
      return reply.apiSdl;
    },
    async plan(supergraph, source, operationName) {
      const timer = setTimeout(() => void worker.terminate(), options.timeoutMs ?? PLANNING_TIMEOUT_MS);
      const reply = await ask({ kind: 'plan', supergraph, source, operationName }).finally(() => clearTimeout(timer));
      return 'plan' in reply ? reply.plan : unexpected();
    },
    async drop(supergraph) {
      supergraphs.delete(supergraph);
      await ask({ kind: 'drop', supergraph });
    },
    async stop() {
      stopping = true;
      await worker.terminate();
    },
  };
}

function unexpected(): never {
  throw new Error('the planning thread answered another question');
}
