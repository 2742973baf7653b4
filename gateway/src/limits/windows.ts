import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Logger } from '@servicepunt/shared/log';

/**
 * Counters per minute, shared by all gateways through Redis.
 * Each process counts for itself at once and tells Redis every 100 ms in one pipeline, so that a request never waits for it;
 * while Redis is away the process's own count goes on deciding.
 */
export interface Windows {
  /** Units of the current minute: those counted here, and those of other processes as far as known. */
  used(key: string): number;
  /** Adds units and answers the new count. */
  add(key: string, units: number): number;
  /** Seconds until the current minute ends. */
  secondsLeft(): number;
  /** Whether the last exchange with Redis worked. */
  isShared(): boolean;
  stop(): Promise<void>;
}

const WINDOW_MS = 60_000;
const SYNC_MS = 100;
/** Keys of one minute; beyond it the oldest are forgotten, so that made-up addresses can't fill the memory. */
const MAX_KEYS = 50_000;

interface Counter {
  /** What Redis said last, ours included. */
  told: number;
  /** Counted here since then. */
  untold: number;
}

export function createWindows(options: { redis: Redis | null; prefix: string; log: Logger; now: () => number }): Windows {
  const { redis, now, log } = options;
  let minute = Math.floor(now() / WINDOW_MS);
  let counters = new Map<string, Counter>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let flushing: Promise<void> = Promise.resolve();
  let shared = false;

  function counter(key: string): Counter | undefined {
    const current = Math.floor(now() / WINDOW_MS);
    if (current !== minute) {
      minute = current;
      counters = new Map();
    }
    return counters.get(key);
  }

  async function flush(): Promise<void> {
    timer = null;
    if (!redis) return;
    const sent = [...counters].filter(([, { untold }]) => untold > 0);
    const of = minute;
    const pipeline = redis.pipeline();
    const units = sent.map(([key, entry]) => {
      const name = `${options.prefix}:window:${of}:${createHash('sha256').update(key).digest('base64url').slice(0, 22)}`;
      pipeline.incrby(name, entry.untold).pexpire(name, 2 * WINDOW_MS);
      return entry.untold;
    });
    try {
      const results = (await pipeline.exec()) ?? [];
      for (const [index, [, entry]] of sent.entries()) {
        const [error, total] = results[index * 2] ?? [new Error('no answer'), null];
        if (error) throw error;
        entry.told = Number(total);
        entry.untold -= units[index] ?? 0;
      }
      if (!shared) log.info({ event: 'limits-shared' });
      shared = true;
    } catch (error) {
      if (shared) log.warn({ event: 'limits-not-shared', err: error });
      shared = false;
    }
  }

  return {
    used(key) {
      const entry = counter(key);
      return entry ? entry.told + entry.untold : 0;
    },
    add(key, units) {
      let entry = counter(key);
      if (!entry) {
        const [oldest] = counters.size >= MAX_KEYS ? counters.keys() : [];
        if (oldest !== undefined) counters.delete(oldest);
        counters.set(key, (entry = { told: 0, untold: 0 }));
      }
      entry.untold += units;
      if (redis && !timer) {
        timer = setTimeout(() => {
          flushing = flush();
        }, SYNC_MS);
        timer.unref();
      }
      return entry.told + entry.untold;
    },
    secondsLeft: () => Math.max(1, Math.ceil((WINDOW_MS - (now() % WINDOW_MS)) / 1000)),
    isShared: () => shared,
    async stop() {
      if (timer) clearTimeout(timer);
      await flushing;
    },
  };
}
