import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { followLog, lastLines } from '../../../tools/stack/src/log-file.ts';
import type { Listening, ProcessSpec } from '../../../tools/stack/src/supervisor.ts';
import { startWatchdog } from '../../../tools/stack/src/watchdog.ts';

/** One real process of ours. */
export interface Replica extends Listening {
  readonly name: string;
  readonly pid: number;
  readonly log: string;
  signal(signal: NodeJS.Signals): void;
  /** How it ended: `code 0`, `SIGKILL`. */
  readonly ended: Promise<string>;
  hasEnded(): boolean;
}

export interface Launcher {
  /** Starts a process and waits until it is ready; `name` tells replicas apart. */
  launch(name: string, spec: ProcessSpec): Promise<Replica>;
  killAll(): Promise<void>;
}

const READY_WITHIN_MS = 60_000;

/** Starts processes that a watchdog ends should this one be killed. */
export function createLauncher(options: { logs: string; inheritedEnv: Readonly<Record<string, string>> }): Launcher {
  mkdirSync(options.logs, { recursive: true });
  const watchdog = startWatchdog();
  const running = new Set<{ child: ChildProcess; ended: Promise<string> }>();

  return {
    async launch(name, spec) {
      const log = join(options.logs, `${name}.log`);
      const output = openSync(log, 'a', 0o600);
      const child = spawn(spec.command, spec.args, {
        detached: true,
        stdio: ['ignore', output, output],
        env: { ...options.inheritedEnv, ...spec.env },
      });
      closeSync(output);
      const pid = child.pid ?? 0;
      let over = false;
      const ended = new Promise<string>((resolve) => {
        child.once('error', (error) => resolve(error.message));
        child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
      });
      const entry = { child, ended };
      running.add(entry);
      watchdog.watch(pid);
      void ended.then(() => {
        over = true;
        running.delete(entry);
        watchdog.forget(pid);
      });
      const listening = await becomeReady(spec, log, () => over);
      if (!listening) {
        child.kill('SIGKILL');
        throw new Error(`${name} was not ready in time. The end of ${log}:\n${lastLines(log, 20).join('\n')}`);
      }
      return { name, pid, log, ...listening, signal: (signal) => void child.kill(signal), ended, hasEnded: () => over };
    },
    async killAll() {
      for (const { child } of running) child.kill('SIGKILL');
      await Promise.all([...running].map(({ ended }) => ended));
      await watchdog.close();
    },
  };
}

async function becomeReady(spec: ProcessSpec, log: string, isOver: () => boolean): Promise<Listening | undefined> {
  const deadline = performance.now() + READY_WITHIN_MS;
  const waiting = new AbortController();
  const watch = setInterval(() => isOver() && waiting.abort(), 100);
  const listening = await followLog(log, spec.ready, waiting.signal, READY_WITHIN_MS);
  clearInterval(watch);
  if (!listening || !spec.serves) return listening;
  while (!(await spec.serves(listening))) {
    if (isOver() || performance.now() > deadline) return undefined;
    await pause(50);
  }
  return listening;
}
