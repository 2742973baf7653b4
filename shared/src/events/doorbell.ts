import { Queue, Worker } from 'bullmq';
import { subscribersOf } from '../contracts/events.ts';
import type { ServiceName } from '../contracts/roles.ts';
import type { Logger } from '../log.ts';
import { closeWith, producerConnection, workerConnection } from '../redis.ts';

/** The queue in which a subscriber hears that there is something to pull. */
export const doorbellQueue = (subscriber: ServiceName): string => `events-${subscriber}`;

/** What a ring carries. */
export interface RingData {
  readonly producer: string;
  /** The log of the producer has reached it. */
  readonly number: number;
}

export interface Doorbell {
  /** Tells every subscriber that the log of this producer has reached `number`. Never throws: who isn't rung looks by himself. */
  ring(number: number): void;
  close(): Promise<void>;
}

/** A bell that fails fast: the promise stands in the log, Redis only says when to look. */
export function createDoorbell(options: { producer: ServiceName; redisUrl: string; prefix: string; log: Logger }): Doorbell {
  const subscribers = subscribersOf(options.producer);
  if (subscribers.length === 0) return { ring: () => undefined, close: () => Promise.resolve() };
  const connection = producerConnection(options.redisUrl, options.log);
  const queues = subscribers.map((subscriber) => {
    const queue = new Queue<RingData>(doorbellQueue(subscriber), { connection, prefix: options.prefix, skipMetasUpdate: true });
    queue.on('error', (error) => options.log.debug({ event: 'doorbell-error', err: error }));
    return queue;
  });
  return {
    ring(number) {
      for (const queue of queues) {
        queue
          .add(
            'ring',
            { producer: options.producer, number },
            { jobId: `${options.producer}-${number}`, removeOnComplete: true, removeOnFail: true },
          )
          .catch((error: unknown) => options.log.warn({ event: 'doorbell-not-rung', queue: queue.name, err: error }));
      }
    },
    close: () => closeWith(connection, ...queues.map((queue) => () => queue.close())),
  };
}

/** Listens to the bell of one subscriber. */
export function listenToDoorbell(options: {
  subscriber: ServiceName;
  redisUrl: string;
  prefix: string;
  log: Logger;
  onRing: (producer: string) => void;
}): { close(): Promise<void> } {
  const connection = workerConnection(options.redisUrl, options.log);
  const worker = new Worker<RingData>(
    doorbellQueue(options.subscriber),
    (job) => {
      options.onRing(job.data.producer);
      return Promise.resolve();
    },
    { connection, prefix: options.prefix, maxStalledCount: 3 },
  );
  worker.on('error', (error) => options.log.debug({ event: 'doorbell-error', err: error }));
  return { close: () => closeWith(connection, () => worker.close()) };
}
