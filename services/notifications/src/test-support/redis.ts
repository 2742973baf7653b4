import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn, type ChildProcess } from 'node:child_process';
import { Redis } from 'ioredis';
import { until } from '@servicepunt/shared/test-support/subgraph';
import { freePort } from '../../../../tools/stack/src/ports.ts';
import { obtainRedis, redisSpec, redisUrl } from '../../../../tools/stack/src/redis.ts';

/** A Redis of a test's own, that may be flushed, killed and come back empty without harm to others. */
export interface OwnRedis {
  readonly url: string;
  flushAll(): Promise<void>;
  /** Ends it at once and forgets what it held. */
  kill(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

export async function startOwnRedis(): Promise<OwnRedis> {
  const port = await freePort();
  const url = redisUrl(port);
  const binary = await obtainRedis(process.env['PATH'] ?? '', () => undefined);
  let folder = '';
  let child: ChildProcess | undefined;

  async function withClient<Result>(work: (client: Redis) => Promise<Result>): Promise<Result> {
    const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await work(client);
    } finally {
      client.disconnect();
    }
  }
  async function start(): Promise<void> {
    folder = mkdtempSync(join(tmpdir(), 'servicepunt-redis-'));
    const spec = redisSpec({ binary, folder, port, stage: 0 });
    child = spawn(spec.command, [...spec.args], { stdio: 'ignore', env: { ...process.env, ...spec.env } });
    await until(() => withClient((client) => client.ping()).then(Boolean, () => false), 'Redis to start');
  }
  async function kill(): Promise<void> {
    const dying = child;
    child = undefined;
    if (!dying) return;
    const gone = new Promise((resolve) => dying.once('exit', resolve));
    dying.kill('SIGKILL');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  }
  await start();
  return {
    url,
    flushAll: () => withClient(async (client) => void (await client.flushall())),
    kill,
    start,
    close: kill,
  };
}
