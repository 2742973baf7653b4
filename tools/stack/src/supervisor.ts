/**
 * Starts processes, each in a process group of its own (so that Ctrl-C reaches only us), and stops them in order.
 * Children write straight into their log files: a busy or dead supervisor never blocks them.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { followLog, lastLines } from './log-file.ts';
import { signalGroup } from './process-groups.ts';
import type { Watchdog } from './watchdog.ts';

const LOG_TAIL_LINES = 20;
/** Generous: a busy machine is slow, and a process that can't start ends by itself. */
const READY_WITHIN_MS = 90_000;
const SERVES_POLL_MS = 25;

export interface ProcessSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Processes stop from the highest stage down to the lowest; those of one stage stop together. */
  readonly stage: number;
  /** Milliseconds from SIGTERM to SIGKILL. */
  readonly stopWithinMs: number;
  readonly readyWithinMs?: number;
  /** Reads one line of its output; anything but undefined means that it serves now, and where. */
  readonly ready: (line: string) => Listening | undefined;
  /** Asked again and again after that until it says yes: for a process that listens before it can serve. */
  readonly serves?: (listening: Listening) => Promise<boolean>;
}

export interface Listening {
  readonly url?: string;
  readonly opsUrl?: string;
  /** Only of the mail catcher. */
  readonly smtpUrl?: string;
}

export interface RunningProcess extends Listening {
  readonly name: string;
  readonly pid: number;
  readonly log: string;
  readonly startedInMs: number;
}

/** A process ended although nobody asked it to, or never became ready. */
export class ProcessDied extends Error {
  override name = 'ProcessDied';
  constructor(process: string, how: string, log: string) {
    const tail = lastLines(log, LOG_TAIL_LINES);
    super(
      `${process} ${how}. ${tail.length > 0 ? `The end of its log (${log}):\n${tail.map((line) => `  | ${line}`).join('\n')}` : `Its log (${log}) is empty.`}`,
    );
  }
}

export interface Supervisor {
  /** Resolves once the process serves; rejects with ProcessDied if it ends before, or isn't ready in time. */
  start(spec: ProcessSpec): Promise<RunningProcess>;
  readonly running: readonly RunningProcess[];
  /** Resolves with the first process that ended without being asked after it was ready. */
  readonly death: Promise<ProcessDied>;
  /** Stops everything, highest stage first, and kills what doesn't stop in its time. */
  stop(): Promise<void>;
  /** Kills everything at once. */
  kill(): void;
}

interface Child {
  readonly spec: ProcessSpec;
  readonly child: ChildProcess;
  readonly pid: number;
  readonly exit: Promise<string>;
  ended: boolean;
  running?: RunningProcess;
}

export function createSupervisor(options: {
  logsFolder: string;
  watchdog: Watchdog;
  inheritedEnv: Readonly<Record<string, string>>;
}): Supervisor {
  const children = new Map<string, Child>();
  const death = Promise.withResolvers<ProcessDied>();
  let stopping = false;
  mkdirSync(options.logsFolder, { recursive: true });

  function launch(spec: ProcessSpec, log: string): Child {
    if (existsSync(log)) renameSync(log, log.replace(/\.log$/, '.previous.log'));
    const output = openSync(log, 'a', 0o600);
    const child = spawn(spec.command, spec.args, {
      detached: true,
      stdio: ['ignore', output, output],
      env: { ...options.inheritedEnv, ...spec.env },
    });
    closeSync(output);
    const exit = new Promise<string>((resolve) => {
      child.once('exit', (code, signal) => resolve(signal ? `was ended by ${signal}` : `ended with code ${code}`));
      // A command that can't be spawned has no pid and no exit, only this.
      child.once('error', (error) => resolve(`could not be started (${error.message})`));
    });
    const pid = child.pid ?? 0;
    const entry: Child = { spec, child, pid, exit, ended: false };
    if (pid > 0) options.watchdog.watch(pid);
    children.set(spec.name, entry);
    void tidyAtExit(entry, log);
    return entry;
  }

  async function tidyAtExit(entry: Child, log: string): Promise<void> {
    const how = await entry.exit;
    entry.ended = true;
    if (entry.pid > 0) {
      // What a leader leaves behind in its group goes with it.
      signalGroup(entry.pid, 'SIGKILL');
      options.watchdog.forget(entry.pid);
    }
    if (entry.running && !stopping) death.resolve(new ProcessDied(entry.spec.name, how, log));
  }

  async function stopOne(entry: Child): Promise<void> {
    if (entry.ended) return;
    entry.child.kill('SIGTERM');
    const timer = setTimeout(() => signalGroup(entry.pid, 'SIGKILL'), entry.spec.stopWithinMs);
    await entry.exit;
    clearTimeout(timer);
  }

  return {
    death: death.promise,
    get running() {
      return [...children.values()].flatMap((entry) => (entry.running ? [entry.running] : []));
    },
    async start(spec) {
      if (stopping) throw new Error(`${spec.name} is not started: the stack is stopping`);
      const log = join(options.logsFolder, `${spec.name}.log`);
      const began = performance.now();
      const entry = launch(spec, log);
      const waiting = new AbortController();
      const within = spec.readyWithinMs ?? READY_WITHIN_MS;
      try {
        const listening = await Promise.race([
          becomeReady(spec, log, waiting.signal, within),
          entry.exit.then((how) => {
            throw new ProcessDied(spec.name, how, log);
          }),
        ]);
        if (!listening) throw new ProcessDied(spec.name, `was not ready within ${Math.round(within / 1000)} s`, log);
        entry.running = { name: spec.name, pid: entry.pid, log, startedInMs: Math.round(performance.now() - began), ...listening };
        return entry.running;
      } finally {
        waiting.abort();
      }
    },
    async stop() {
      stopping = true;
      const stages = [...new Set([...children.values()].map((entry) => entry.spec.stage))].toSorted((left, right) => right - left);
      for (const stage of stages) await Promise.all([...children.values()].filter((entry) => entry.spec.stage === stage).map(stopOne));
    },
    kill() {
      stopping = true;
      for (const entry of children.values()) if (!entry.ended) signalGroup(entry.pid, 'SIGKILL');
    },
  };
}

async function becomeReady(spec: ProcessSpec, log: string, signal: AbortSignal, withinMs: number): Promise<Listening | undefined> {
  const deadline = performance.now() + withinMs;
  const listening = await followLog(log, spec.ready, signal, withinMs);
  if (!listening || !spec.serves) return listening;
  while (!(await spec.serves(listening))) {
    if (signal.aborted || performance.now() > deadline) return undefined;
    await pause(SERVES_POLL_MS);
  }
  return listening;
}
