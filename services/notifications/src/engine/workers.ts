import { DelayedError, Worker, type Job } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Clock } from '@servicepunt/shared/clock';
import type { Logger } from '@servicepunt/shared/log';
import { closeWith, workerConnection } from '@servicepunt/shared/redis';
import { tracing } from '@servicepunt/shared/telemetry/tracing';
import { createTracedBatcher } from './batch.ts';
import type { JobOutcome } from './outcomes.ts';
import type { QueueName } from './queues.ts';
import type { JobData } from './scheduled.ts';

/** Reminders taken up at once by one process, and how they are worked on together. */
export const REMINDER_CONCURRENCY = 400;
const BATCH = { maxSize: 400, maxInFlight: 2 };
/** A mail waits mostly for the SMTP server: more at once than it has connections would only wait here. */
export const DELIVERY_CONCURRENCY = 20;

/** The two rollouts that may interrupt a job don't fail it (the default of 1 would). */
const MAX_STALLED = 3;

/** Takes jobs off the queues. A job that has to ring later goes back under its own id; one that ended is removed: the trail is in MongoDB. */
export function startQueueWorkers(options: {
  redisUrl: string;
  prefix: string;
  clock: Clock;
  log: Logger;
  lockMs: number;
  remind: (jobs: readonly JobData[]) => Promise<readonly JobOutcome[]>;
  deliver: (job: JobData) => Promise<JobOutcome>;
  onStalled: (queue: QueueName) => void;
  /** A job ended for good without success; it is removed all the same. */
  onFailed: (queue: QueueName) => void;
}): { readonly connection: Redis; close(): Promise<void> } {
  const { prefix, clock, log } = options;
  const connection = workerConnection(options.redisUrl, log);
  const submit = createTracedBatcher('remind', { ...BATCH, work: options.remind });
  const works: [QueueName, number, (job: JobData) => Promise<JobOutcome>][] = [
    ['handover-reminders', REMINDER_CONCURRENCY, submit],
    ['evaluation-reminders', REMINDER_CONCURRENCY, submit],
    ['deliveries', DELIVERY_CONCURRENCY, options.deliver],
  ];
  const inHand = new Set<Promise<JobOutcome>>();
  const workers = works.map(([queue, concurrency, work]) => {
    const worker = new Worker<JobData>(queue, (job, token) => run(job, token, work), {
      connection,
      prefix,
      concurrency,
      maxStalledCount: MAX_STALLED,
      lockDuration: options.lockMs,
      stalledInterval: options.lockMs,
      ...(tracing ? { telemetry: tracing.queues } : {}),
    });
    worker.on('error', (error) => log.debug({ event: 'queue-error', queue, err: error }));
    worker.on('failed', (job, error) => {
      log.warn({ event: 'job-failed', queue, jobId: job?.id, attempts: job?.attemptsMade, err: error });
      if (!job || job.attemptsMade >= (job.opts.attempts ?? 1)) options.onFailed(queue);
    });
    worker.on('stalled', (jobId) => {
      log.warn({ event: 'job-stalled', queue, jobId });
      options.onStalled(queue);
    });
    return worker;
  });

  async function run(job: Job<JobData>, token: string | undefined, work: (data: JobData) => Promise<JobOutcome>): Promise<void> {
    const doing = work(job.data);
    inHand.add(doing);
    const { outcome, again } = await doing.finally(() => inHand.delete(doing));
    log.debug({ event: 'job-done', queue: job.queueName, jobId: job.id, outcome });
    if (!again) return;
    const delay = Math.max(0, again.getTime() - clock.now().getTime());
    await job.moveToDelayed(Date.now() + delay, token);
    throw new DelayedError();
  }

  return {
    connection,
    async close() {
      const closing = workers.map((worker) => worker.close());
      // Finished also where Redis can't be told any more: what was done stands in MongoDB.
      await Promise.allSettled(inHand);
      await closeWith(connection, ...closing.map((each) => () => each));
    },
  };
}
