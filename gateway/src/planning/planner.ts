import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { QueryPlan } from '@apollo/query-planner';
import type { Question, Reply } from './protocol.ts';

/** Apollo's query planner in a process of its own. Rejects with what is wrong with a supergraph or an operation. */
export interface Planner {
  /** Makes a supergraph known under a name and answers the schema that clients see, as SDL. */
  load(supergraph: string, sdl: string): Promise<string>;
  /** Rejects with `TooHardToPlan` and `PlannerBusy` too. */
  plan(supergraph: string, source: string, operationName: string | null): Promise<QueryPlan>;
  drop(supergraph: string): Promise<void>;
  stop(): Promise<void>;
}

/** Planning it took all the memory or time that one operation may have, or would have: asking again changes nothing. */
export class TooHardToPlan extends Error {
  override name = 'TooHardToPlan';
  /** Whether it cost the process its life, and everybody else the wait for another one. */
  readonly wasFatal: boolean;
  constructor(message: string, wasFatal: boolean) {
    super(message);
    this.wasFatal = wasFatal;
  }
}
/** So many operations wait to be planned that one more would wait too long. */
export class PlannerBusy extends Error {
  override name = 'PlannerBusy';
}

/** An operation of ours is planned in milliseconds; one that takes longer is meant to take long. */
const PLANNING_TIMEOUT_MS = 5_000;
/** A supergraph is loaded in a second; one that takes longer never ends. */
const LOADING_TIMEOUT_MS = 60_000;
const MAX_WAITING = 100;

type QuestionBody = Question extends infer Each ? (Each extends Question ? Omit<Each, 'id'> : never) : never;
interface Asked {
  readonly body: QuestionBody;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts the process. It gets one question at a time: if it ends over one (all of its memory used, or too much time), that one is at
 * fault and is told so; another process takes its place, learns the same supergraphs, and answers those who wait.
 */
export function startPlanner(options: {
  /** Memory that planning may take, in megabytes; both supergraphs are in it while one replaces the other. */
  heapMb: number;
  onDeath: (reason: string) => void;
  file?: string;
  timeoutMs?: number;
}): Planner {
  const file = options.file ?? join(import.meta.dirname, 'planner-process.ts');
  const supergraphs = new Map<string, string>();
  const waiting: Asked[] = [];
  let current: { readonly asked: Asked; readonly id: number; readonly timer: ReturnType<typeof setTimeout> } | null = null;
  let child: ChildProcess | null = null;
  let last = 0;
  let stopping = false;
  start();

  function start(): void {
    let hasAnswered = false;
    const started = fork(file, [], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${options.heapMb}`],
      // Nothing of the gateway's own: its keys are none of the planner's business, and its heap is another one.
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const ended = (reason: string) => {
      if (child !== started) return;
      child = null;
      started.kill('SIGKILL');
      const error = new Error(`the planning process ended: ${reason}`);
      finish(({ body, reject }) => reject(body.kind === 'plan' ? new TooHardToPlan(error.message, true) : error));
      if (stopping) return;
      options.onDeath(reason);
      // What can't even load what is known would be started for ever: the next one who asks tries again.
      if (hasAnswered) start();
      else for (const { reject } of waiting.splice(0)) reject(error);
    };
    started.on('message', (reply: Reply) => {
      hasAnswered = true;
      if (reply.id !== current?.id) return;
      finish(({ resolve }) => resolve(reply));
      askNext();
    });
    started.on('error', (error) => ended(error.message));
    started.on('exit', (code, signal) => ended(signal ?? `exit code ${code}`));
    child = started;
    waiting.unshift(...[...supergraphs].map(([supergraph, sdl]) => unasked({ kind: 'load', supergraph, sdl })));
    askNext();
  }

  function finish(settle: (asked: Asked) => void): void {
    if (!current) return;
    clearTimeout(current.timer);
    const { asked } = current;
    current = null;
    settle(asked);
  }

  function askNext(): void {
    if (current) return;
    const asked = waiting.shift();
    // Referenced only while somebody waits: an idle planner keeps no process alive.
    if (!asked) {
      child?.unref();
      child?.channel?.unref();
      return;
    }
    last += 1;
    const timeoutMs = asked.body.kind === 'plan' ? (options.timeoutMs ?? PLANNING_TIMEOUT_MS) : LOADING_TIMEOUT_MS;
    current = { asked, id: last, timer: setTimeout(() => child?.kill('SIGKILL'), timeoutMs) };
    child?.ref();
    child?.channel?.ref();
    child?.send({ id: last, ...asked.body } satisfies Question);
  }

  function ask(body: QuestionBody): Promise<Reply> {
    if (stopping) return Promise.reject(new Error('the planner is stopped'));
    if (body.kind === 'plan' && waiting.length >= MAX_WAITING)
      return Promise.reject(new PlannerBusy('too many operations wait to be planned'));
    return new Promise((resolve, reject) => {
      waiting.push({ body, resolve, reject });
      if (child) askNext();
      else start();
    });
  }

  return {
    async load(supergraph, sdl) {
      const reply = answered(await ask({ kind: 'load', supergraph, sdl }));
      if (!('apiSdl' in reply)) return unexpected();
      supergraphs.set(supergraph, sdl);
      return reply.apiSdl;
    },
    async plan(supergraph, source, operationName) {
      const reply = answered(await ask({ kind: 'plan', supergraph, source, operationName }));
      return 'plan' in reply ? reply.plan : unexpected();
    },
    async drop(supergraph) {
      supergraphs.delete(supergraph);
      await ask({ kind: 'drop', supergraph });
    },
    async stop() {
      stopping = true;
      for (const { reject } of waiting.splice(0)) reject(new Error('the planner is stopped'));
      const leaving = child;
      if (!leaving || leaving.exitCode !== null || leaving.signalCode !== null) return;
      const gone = new Promise((resolve) => leaving.once('exit', resolve));
      leaving.ref();
      leaving.kill('SIGKILL');
      finish(({ reject }) => reject(new Error('the planner is stopped')));
      await gone;
    },
  };
}

/** A question of our own making, whose answer nobody waits for. */
function unasked(body: QuestionBody): Asked {
  return { body, resolve: () => undefined, reject: () => undefined };
}

function answered(reply: Reply): Reply {
  if (!('error' in reply)) return reply;
  throw reply.tooMany ? new TooHardToPlan(reply.error, false) : new Error(reply.error);
}

function unexpected(): never {
  throw new Error('the planning process answered another question');
}
