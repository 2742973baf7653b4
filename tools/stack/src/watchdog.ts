/**
 * The promise that nothing is left behind, even when the supervisor is killed with -9.
 *
 * Run as a program it reads lines on stdin (`watch PID`, `forget PID`, `remove PATH`). The supervisor holds the other end of that pipe:
 * when the pipe closes, the supervisor is gone, and whatever is still watched is asked to stop and then killed, group by group.
 * One process for all of them, so that a child needs no code of ours (redis-server and mongod are children too).
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { takeLock } from './lock.ts';
import { isAlive, signalGroup } from './process-groups.ts';

/** How long the children get to stop by themselves once the supervisor is gone, in milliseconds. */
const GRACE_MS = 4_000;

export interface Watchdog {
  watch(pid: number): void;
  forget(pid: number): void;
  /** Removes the file or folder if the supervisor dies; a clean stop removes its own things itself. */
  removeAtDeath(path: string): void;
  /** Lets the watchdog go: call it when all children are gone. */
  close(): Promise<void>;
}

/** `lock`: a file that stays locked until the last child is gone, so that the next stack on the same data waits for it. */
export function startWatchdog(options: { lock?: string } = {}): Watchdog {
  // Detached: a Ctrl-C in the terminal, or a kill of the supervisor's group, must not take the watchdog along.
  const child = spawn(process.execPath, [import.meta.filename, ...(options.lock === undefined ? [] : [options.lock])], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.unref();
  // A watchdog that was killed by hand must not take the supervisor down by EPIPE.
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  const tell = (line: string) => void child.stdin.write(`${line}\n`);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    watch: (pid) => tell(`watch ${pid}`),
    forget: (pid) => tell(`forget ${pid}`),
    removeAtDeath: (path) => tell(`remove ${path}`),
    async close() {
      tell('goodbye');
      child.stdin.end();
      child.ref();
      if (child.exitCode === null && child.signalCode === null) await gone;
    },
  };
}

async function guard(lock: string | undefined): Promise<void> {
  const release = lock === undefined ? undefined : takeLock(lock);
  const pids = new Set<number>();
  const paths = new Set<string>();
  for await (const line of createInterface({ input: process.stdin })) {
    const [verb, rest] = splitOnce(line);
    if (verb === 'watch') pids.add(Number(rest));
    if (verb === 'forget') pids.delete(Number(rest));
    if (verb === 'remove') paths.add(rest);
    if (verb === 'goodbye') return;
  }
  for (const pid of pids) signalGroup(pid, 'SIGTERM');
  const deadline = Date.now() + GRACE_MS;
  while (Date.now() < deadline && [...pids].some(isAlive)) await new Promise((resolve) => setTimeout(resolve, 25));
  for (const pid of pids) signalGroup(pid, 'SIGKILL');
  for (const path of paths) rmSync(path, { recursive: true, force: true });
  release?.();
}

function splitOnce(line: string): [string, string] {
  const space = line.indexOf(' ');
  return space < 0 ? [line, ''] : [line.slice(0, space), line.slice(space + 1)];
}

if (process.argv[1] === import.meta.filename) void guard(process.argv[2]);
