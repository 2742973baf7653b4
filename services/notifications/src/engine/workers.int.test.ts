import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { systemClock } from '@servicepunt/shared/clock';
import { testRedisUrl } from '@servicepunt/shared/test-support/stores';
import { until } from '@servicepunt/shared/test-support/subgraph';
import { startQueueWorkers } from './workers.ts';

describe('a job that fails', () => {
  it('counts once, when no attempt is left, and leaves nothing in Redis', async () => {
    const prefix = `test-${randomUUID()}`;
    const connection = new Redis(testRedisUrl(), { maxRetriesPerRequest: null });
    const queue = new Queue('deliveries', { connection, prefix });
    const failed: string[] = [];
    let attempts = 0;
    const workers = startQueueWorkers({
      ...{ redisUrl: testRedisUrl(), prefix, clock: systemClock, log: pino({ level: 'silent' }), lockMs: 30_000 },
      remind: () => Promise.resolve([]),
      deliver() {
        attempts += 1;
        return Promise.reject(new Error('the store is away'));
      },
      onStalled: () => undefined,
      onFailed: (name) => failed.push(name),
    });
    try {
      const options = { attempts: 2, backoff: { type: 'fixed', delay: 1 }, removeOnFail: true, jobId: 'dlv_1-1' };
      await queue.add('look', { id: 'dlv_1', revision: 1, counter: 1 }, options);
      await until(() => failed.length > 0, 'the job to end', 30_000);
      expect(attempts).toBe(2);
      expect(failed).toEqual(['deliveries']);
      await until(
        async () => (await queue.getJobCounts('failed', 'delayed', 'wait', 'active'))['failed'] === 0,
        'the job to be removed',
        10_000,
      );
    } finally {
      await workers.close();
      await queue.close();
      connection.disconnect();
    }
  }, 60_000);
});
