import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Clock } from '@servicepunt/shared/clock';
import { LIVE_CHANNEL } from '@servicepunt/shared/contracts/live';
import type { Logger } from '@servicepunt/shared/log';
import { closeWith, producerConnection } from '@servicepunt/shared/redis';
import { tracing } from '@servicepunt/shared/telemetry/tracing';
import { jobIdOf, type JobData, type Ringable } from './scheduled.ts';

export const QUEUE_NAMES = ['handover-reminders', 'evaluation-reminders', 'deliveries'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];

export interface QueueCounts {
  readonly waiting: number;
  readonly delayed: number;
  readonly active: number;
  readonly failed: number;
}

/** The queues as those see them who put jobs in. Everything fails fast while Redis is away: the truth stands in MongoDB, the promoter repeats. */
export interface Queues {
  /** Whether Redis can be asked now; while it can't, there is nothing to do for those who only ring. */
  isConnected(): boolean;
  /** Rings for each row at its `lookAt`; a job that is there already stays as it is. */
  ring(queue: QueueName, rows: readonly Ringable[]): Promise<void>;
  /** Which of these jobs exist, in any state. */
  existing(queue: QueueName, jobIds: readonly string[]): Promise<Set<string>>;
  /** Ids of jobs that wait or are delayed, page by page. */
  pageOfWaiting(queue: QueueName, offset: number, limit: number): Promise<string[]>;
  remove(queue: QueueName, jobIds: readonly string[]): Promise<void>;
  counts(): Promise<Record<QueueName, QueueCounts>>;
  /** Calls out topics whose readers may look now. Never throws: a gateway that heard nothing looks by itself. */
  callOut(topics: readonly string[]): void;
  /** Puts down a mark; false when there was none: Redis has lost what it held. */
  stillRemembers(): Promise<boolean>;
  close(): Promise<void>;
}

/** A worker whose store is away for a while tries the job again by itself; after that the reconciler does. */
const JOB_OPTIONS = { removeOnComplete: true, removeOnFail: true, attempts: 8, backoff: { type: 'exponential', delay: 500 } } as const;
/** A school's whole year may be cancelled at once: one round trip for each of its jobs would take minutes. */
const REMOVED_AT_ONCE = 200;
/** A first connection that never comes would hold an add for ever. */
const REDIS_TIMEOUT_MS = 5_000;

export function openQueues(options: {
  redisUrl: string;
  prefix: string;
  clock: Clock;
  log: Logger;
  /** Redis answers (again): whoever rang meanwhile wasn't heard. */
  onConnected?: () => void;
}): Queues {
  const { prefix, clock, log } = options;
  const connection: Redis = producerConnection(options.redisUrl, log);
  connection.on('ready', () => options.onConnected?.());
  const queues = new Map(
    QUEUE_NAMES.map((name) => {
      const queue = new Queue<JobData>(name, {
        connection,
        prefix,
        skipMetasUpdate: true,
        ...(tracing ? { telemetry: tracing.queues } : {}),
      });
      queue.on('error', (error) => log.debug({ event: 'queue-error', queue: name, err: error }));
      return [name, queue] as const;
    }),
  );
  const of = (name: QueueName) => queues.get(name) as Queue<JobData>;
  const mark = `${prefix}:remembers`;

  return {
    isConnected: () => connection.status === 'ready',
    async ring(name, rows) {
      if (rows.length === 0) return;
      const now = clock.now().getTime();
      await inTime(
        of(name).addBulk(
          rows.map((row) => ({
            name: 'look',
            data: { id: row._id, revision: row.revision, counter: row.enqueues },
            opts: { ...JOB_OPTIONS, jobId: jobIdOf(row), delay: Math.max(0, (row.lookAt?.getTime() ?? now) - now) },
          })),
        ),
      );
    },
    async existing(name, jobIds) {
      const pipeline = connection.pipeline();
      for (const jobId of jobIds) pipeline.exists(of(name).toKey(jobId));
      const answers = (await inTime(pipeline.exec())) ?? [];
      return new Set(
        jobIds.filter((_jobId, index) => {
          const [error, count] = answers[index] ?? [new Error('no answer')];
          if (error) throw error;
          return count === 1;
        }),
      );
    },
    pageOfWaiting: (name, offset, limit) => inTime(of(name).getRanges(['wait', 'delayed'], offset, offset + limit - 1, true)),
    async remove(name, jobIds) {
      for (let from = 0; from < jobIds.length; from += REMOVED_AT_ONCE)
        await inTime(Promise.all(jobIds.slice(from, from + REMOVED_AT_ONCE).map((jobId) => of(name).remove(jobId))));
    },
    async counts() {
      const entries = await Promise.all(
        QUEUE_NAMES.map(async (name) => {
          const counts = await inTime(of(name).getJobCounts('wait', 'delayed', 'active', 'failed'));
          return [
            name,
            { waiting: counts['wait'] ?? 0, delayed: counts['delayed'] ?? 0, active: counts['active'] ?? 0, failed: counts['failed'] ?? 0 },
          ] as const;
        }),
      );
      return Object.fromEntries(entries) as Record<QueueName, QueueCounts>;
    },
    callOut(topics) {
      connection.publish(LIVE_CHANNEL, topics.join(' ')).catch((error: unknown) => log.debug({ event: 'live-not-called-out', err: error }));
    },
    stillRemembers: async () => (await inTime(connection.set(mark, '1', 'NX'))) === null,
    close: () => closeWith(connection, ...[...queues.values()].map((queue) => () => queue.close())),
  };
}

async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('Redis does not answer')), REDIS_TIMEOUT_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const nowhere = () => Promise.reject(new Error('This process has no queues'));
/** For a process that needs the rooms and no Redis (the index job). */
export const noQueues: Queues = {
  isConnected: () => false,
  ring: nowhere,
  existing: nowhere,
  pageOfWaiting: nowhere,
  remove: nowhere,
  counts: nowhere,
  callOut: () => undefined,
  stillRemembers: nowhere,
  close: () => Promise.resolve(),
};
