import { Redis } from 'ioredis';
import type { Logger } from './log.ts';

/** Half-open connections hang for a minute unless the socket has a limit of its own. */
const SOCKET = { socketTimeout: 15_000, keepAlive: 5_000, connectTimeout: 2_000 };

/** For those who add jobs: fails at once while Redis is away, because nothing depends on it. */
export function producerConnection(url: string, log: Logger): Redis {
  return listen(new Redis(url, { ...SOCKET, enableOfflineQueue: false, maxRetriesPerRequest: 1, retryStrategy: backoff }), log);
}

/** For BullMQ workers: waits for Redis as long as it takes. */
export function workerConnection(url: string, log: Logger): Redis {
  return listen(new Redis(url, { ...SOCKET, maxRetriesPerRequest: null, retryStrategy: backoff }), log);
}

const backoff = (attempt: number) => Math.min(50 * 2 ** attempt, 2_000);

function listen(redis: Redis, log: Logger): Redis {
  redis.on('error', (error: unknown) => log.debug({ event: 'redis-error', err: error }));
  return redis;
}

/** What a close may take while Redis is away: BullMQ would wait for the connection, and with it the stop of the whole process. */
const AWAY_CLOSE_MS = 500;

/** Closes what uses a connection, then the connection itself; while Redis is away there is nobody to say goodbye to. */
export async function closeWith(connection: Redis, ...close: readonly (() => Promise<unknown>)[]): Promise<void> {
  const closed = Promise.allSettled(close.map((each) => each()));
  if (connection.status === 'ready') await closed;
  else await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, AWAY_CLOSE_MS))]);
  connection.disconnect();
}
