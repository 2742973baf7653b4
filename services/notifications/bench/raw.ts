import { Queue, Worker } from 'bullmq';
import { workerConnection } from '@servicepunt/shared/redis';
import type { Logger } from '@servicepunt/shared/log';
import { REMINDER_CONCURRENCY } from '../src/engine/workers.ts';

const BULK = 500;

/** BullMQ alone on the same Redis: delayed jobs that do nothing, added in bulk and run; the floor of everything that uses it. */
export async function rawBullMq(options: { redisUrl: string; name: string; count: number; log: Logger }): Promise<void> {
  const connection = workerConnection(options.redisUrl, options.log);
  const queue = new Queue(options.name, { connection, prefix: 'raw' });
  const done = Promise.withResolvers<void>();
  let left = options.count;
  const worker = new Worker(
    options.name,
    () => {
      left -= 1;
      if (left === 0) done.resolve();
      return Promise.resolve();
    },
    { connection, prefix: 'raw', concurrency: REMINDER_CONCURRENCY },
  );
  const due = Date.now() + 300;
  for (let from = 0; from < options.count; from += BULK) {
    await queue.addBulk(
      Array.from({ length: Math.min(BULK, options.count - from) }, (_unused, index) => ({
        name: 'look',
        data: { id: `rem_${from + index}`, revision: 1, counter: 1 },
        opts: { jobId: `rem_${from + index}-1`, delay: Math.max(1, due - Date.now()), removeOnComplete: true, removeOnFail: true },
      })),
    );
  }
  await done.promise;
  await worker.close();
  await queue.close();
  connection.disconnect();
}
