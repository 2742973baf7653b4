import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { testKeys } from '@servicepunt/shared/test-support/subgraph';
import { inheritedEnvironment } from '../../../tools/stack/src/environment.ts';
import { followLog } from '../../../tools/stack/src/log-file.ts';
import { freePort } from '../../../tools/stack/src/ports.ts';
import { signalGroup } from '../../../tools/stack/src/process-groups.ts';
import { obtainRedis, redisSpec, redisUrl } from '../../../tools/stack/src/redis.ts';
import { startWatchdog } from '../../../tools/stack/src/watchdog.ts';
import type { Judge } from './judge.ts';
import type { ChildSettings } from './settings.ts';

const ROOT = join(import.meta.dirname, '../../..');
const READY_WITHIN_MS = 60_000;

/** A process that can be started, killed and started again under the same name and on the same ports. */
export interface Part {
  readonly name: string;
  start(): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  /** Its process id, 0 before its first start. */
  pid(): number;
  /** Waits until it has ended; its exit code, or null when a signal ended it. */
  ended(): Promise<number | null>;
  kill(): Promise<void>;
  /** What it said, a file per start. */
  readonly logs: readonly string[];
}

export interface Stage {
  readonly mongo: Part & { readonly url: string };
  readonly redis: Part & { flush(): Promise<void> };
  readonly owner: Part;
  worker(name: string): Part;
  readonly workers: readonly Part[];
  readonly redisUrl: string;
  readonly prefix: string;
  /** The day that is played from now on; processes that start later live on it. */
  playDay(start: Date): void;
  now(): Date;
  /** When that moment of the played day is, on the machine's clock. */
  realTimeOf(played: Date): number;
  close(): Promise<void>;
}

/** Sets up document store, Redis, owner and workers as processes of their own, none of which outlives this one. */
export async function setStage(options: {
  judge: Judge;
  workers: readonly string[];
  leaseMs: number;
  answerMs: number;
  reconcileEveryMs: number;
  /** Environment of the process that plays: what its children may inherit is taken from it. */
  env: Record<string, string | undefined>;
}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'servicepunt-proof-'));
  const watchdog = startWatchdog();
  watchdog.removeAtDeath(folder);
  const env = inheritedEnvironment(options.env, ROOT);
  const [mongoPort, redisPort] = [await freePort(), await freePort()];
  const ports = { students: await freePort(), employers: await freePort(), placements: await freePort() };
  const mongoUrl = `mongodb://127.0.0.1:${mongoPort}`;
  const keys = await testKeys();
  const smtp = new Map<string, string>();
  for (const name of options.workers) smtp.set(name, await options.judge.listen(name));
  let offsetMs = 0;
  const parts: Part[] = [];

  const part = (name: string, command: () => { file: string; args: string[]; env?: Record<string, string>; ready: string }): Part => {
    const logs: string[] = [];
    let child: ChildProcess | undefined;
    let ended: Promise<number | null> = Promise.resolve(0);
    const made: Part = {
      name,
      logs,
      async start() {
        const { file, args, ready, env: own } = command();
        const log = join(folder, `${name}-${logs.length + 1}.log`);
        logs.push(log);
        const output = openSync(log, 'a', 0o600);
        child = spawn(file, args, { detached: true, stdio: ['ignore', output, output], env: { ...env, ...own } });
        closeSync(output);
        ended = new Promise((resolve) => child?.once('exit', (code) => resolve(code)));
        if (child.pid) watchdog.watch(child.pid);
        const waiting = new AbortController();
        const isReady = (line: string) => (line.includes(ready) ? true : undefined);
        const told = await Promise.race([followLog(log, isReady, waiting.signal, READY_WITHIN_MS), ended.then(() => undefined)]);
        waiting.abort();
        if (!told) throw new Error(`${name} did not start: ${readFileSync(log, 'utf8').slice(-2_000)}`);
      },
      signal(signal) {
        if (child?.pid) signalGroup(child.pid, signal);
      },
      pid: () => child?.pid ?? 0,
      ended: () => ended,
      async kill() {
        made.signal('SIGKILL');
        await ended;
        if (child?.pid) watchdog.forget(child.pid);
      },
    };
    parts.push(made);
    return made;
  };

  const settings = (worker: string): ChildSettings => ({
    mongoUrl,
    redisUrl: redisUrl(redisPort),
    prefix: 'proof',
    ports,
    ...keys,
    offsetMs,
    smtpUrl: smtp.get(worker) ?? '',
    leaseMs: options.leaseMs,
    answerMs: options.answerMs,
    reconcileEveryMs: options.reconcileEveryMs,
  });
  const program = (name: string, file: string) =>
    part(name, () => ({
      file: process.execPath,
      args: [join(import.meta.dirname, file)],
      env: { PROOF: JSON.stringify(settings(name)) },
      ready: '"listening"',
    }));

  const binary = await obtainRedis(options.env['PATH'] ?? '', () => undefined);
  const mongoFolder = join(folder, 'documents');
  mkdirSync(mongoFolder, { recursive: true });
  const mongo = part('documents', () => ({
    file: process.execPath,
    args: [join(ROOT, 'tools/embedded-mongo/src/main.ts'), '--folder', mongoFolder, '--port', String(mongoPort)],
    ready: '"ready"',
  }));
  let redisStarts = 0;
  const redis = part('redis', () => {
    // A folder of its own for each start: Redis comes back with nothing.
    const spec = redisSpec({ binary, folder: join(folder, `redis-${(redisStarts += 1)}`), port: redisPort, stage: 0 });
    return { file: spec.command, args: [...spec.args], env: { ...spec.env }, ready: 'Ready to accept connections' };
  });
  const owner = program('owner', 'owner/main.ts');
  const workers = options.workers.map((name) => program(name, 'worker/main.ts'));

  await Promise.all([mongo.start(), redis.start()]);
  return {
    mongo: { ...mongo, url: mongoUrl },
    redis: {
      ...redis,
      async flush() {
        const client = new Redis(redisUrl(redisPort), { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
        client.on('error', () => undefined);
        await client.connect();
        await client.flushall();
        client.disconnect();
      },
    },
    owner,
    workers,
    worker(name) {
      const found = workers.find((worker) => worker.name === name);
      if (!found) throw new Error(`There is no worker ${name}`);
      return found;
    },
    redisUrl: redisUrl(redisPort),
    prefix: 'proof',
    playDay: (start) => (offsetMs = start.getTime() - Date.now()),
    now: () => new Date(Date.now() + offsetMs),
    realTimeOf: (played) => played.getTime() - offsetMs,
    async close() {
      for (const running of parts.toReversed()) await running.kill();
      await watchdog.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
