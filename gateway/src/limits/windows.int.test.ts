import { afterEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { newId } from '@servicepunt/shared/ids';
import { createLog } from '@servicepunt/shared/log';
import { until } from '@servicepunt/shared/test-support/subgraph';
import { testRedisUrl } from '@servicepunt/shared/test-support/stores';
import { createWindows, type Windows } from './windows.ts';

const log = createLog({ service: 'test', level: 'silent' });

describe('counters per minute', () => {
  const opened: { windows: Windows; redis: Redis | null }[] = [];
  const open = (redis: Redis | null, prefix: string, now: () => number = () => 60_000): Windows => {
    const windows = createWindows({ redis, prefix, log, now });
    opened.push({ windows, redis });
    return windows;
  };
  const connect = () => new Redis(testRedisUrl(), { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  afterEach(async () => {
    for (const { windows, redis } of opened.splice(0)) {
      await windows.stop();
      redis?.disconnect();
    }
  });

  it('of two gateways are one', async () => {
    const prefix = newId('test');
    const [first, second] = [open(connect(), prefix), open(connect(), prefix)];
    await until(() => {
      first.add('viewer a', 1);
      return first.isShared();
    }, 'Redis');
    const before = first.used('viewer a');
    second.add('viewer a', 10);
    await until(() => second.used('viewer a') >= before + 10, 'the second to hear of the first');
    first.add('viewer a', 1);
    await until(() => first.used('viewer a') > before + 1, 'the first to hear of the second');
    expect(first.used('viewer a')).toBe(before + 11);
  });

  it('begin again with the next minute, and say when that is', () => {
    let now = 60_000 * 100 + 45_000;
    const windows = open(null, 'x', () => now);
    windows.add('a', 5);
    expect(windows.add('a', 2)).toBe(7);
    expect(windows.secondsLeft()).toBe(15);
    now += 15_000;
    expect(windows.used('a')).toBe(0);
  });

  it('go on counting while Redis is away', async () => {
    const redis = new Redis({
      host: '127.0.0.1',
      port: 1,
      lazyConnect: true,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      retryStrategy: () => null,
    });
    redis.on('error', () => undefined);
    const windows = open(redis, 'x');
    windows.add('a', 3);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(windows.add('a', 3)).toBe(6);
    expect(windows.isShared()).toBe(false);
  });

  it('forget the oldest of too many keys', () => {
    const windows = open(null, 'x');
    for (let index = 0; index <= 50_000; index += 1) windows.add(`address ${index}`, 1);
    expect(windows.used('address 0')).toBe(0);
    expect(windows.used('address 50000')).toBe(1);
  });
});
