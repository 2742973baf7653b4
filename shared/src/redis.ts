import { Redis } from 'ioredis';
import type { Logger } from './log.ts';

/** Half-open connections hang for a minute unless the socket has a limit of its own. */
const SOCKET = { socketTimeout: 15_000, keepAlive: 5_000, connectTimeout: 2_000 };

/** For those who add jobs: fails at once while Redis is away, because nothing depends on it. */
export function producerConnection(url: string, log: Logger): Redis {
  return connect(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1 }, log);
}

/** For BullMQ workers: waits for Redis as long as it takes. */
export function workerConnection(url: string, log: Logger): Redis {
  return connect(url, { maxRetriesPerRequest: null }, log);
}

const backoff = (attempt: number) => Math.min(50 * 2 ** attempt, 2_000);

/** Ends the search for Redis of a connection and of the copies that BullMQ makes of it. */
const searches = new WeakMap<Redis, AbortController>();

function connect(url: string, options: { maxRetriesPerRequest: number | null; enableOfflineQueue?: boolean }, log: Logger): Redis {
  const search = new AbortController();
  const redis = new Redis(url, {
    ...SOCKET,
    ...options,
    retryStrategy: (attempt) => (search.signal.aborted ? null : backoff(attempt)),
  });
  searches.set(redis, search);
  redis.on('error', (error: unknown) => log.debug({ event: 'redis-error', err: error }));
  return redis;
}

/** What a close may take once Redis is away: BullMQ would wait for the connection, and with it the stop of the whole process. */
const AWAY_CLOSE_MS = 500;

/** Closes what uses a connection, then the connection itself; where Redis is away or goes meanwhile, there is nobody to say goodbye to. */
export async function closeWith(connection: Redis, ...close: readonly (() => Promise<unknown>)[]): Promise<void> {
  const closed = Promise.allSettled(close.map((each) => each()));
  const away = Promise.withResolvers<void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waitAWhile = () => void (timer ??= setTimeout(away.resolve, AWAY_CLOSE_MS));
  if (connection.status !== 'ready') waitAWhile();
  connection.on('close', waitAWhile);
  await Promise.race([closed, away.promise]);
  connection.off('close', waitAWhile);
  clearTimeout(timer);
  searches.get(connection)?.abort();
  connection.disconnect();
}
