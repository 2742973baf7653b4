import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { pino } from 'pino';
import { until } from '@servicepunt/shared/test-support/subgraph';
import { createOthers, evaluationEvent, type Others } from '../test-support/others.ts';
import { startRecordingSmtp, type RecordingSmtp } from '../test-support/smtp.ts';
import { testClock, type TestClock } from '../test-support/store.ts';
import { startTestWorker, type TestWorker } from '../test-support/worker.ts';
import { openQueues } from './queues.ts';
import { rebuildQueues } from './rebuild.ts';
import { HORIZON_MS } from './scheduled.ts';

describe('queues rebuilt from MongoDB', () => {
  let clock: TestClock;
  let others: Others;
  let smtp: RecordingSmtp;
  let worker: TestWorker;
  let redis: Redis;

  beforeEach(async () => {
    // The day before the reminders of an evaluation that is due on 26 November fall due.
    clock = testClock('2026-11-18T09:00:00Z');
    others = createOthers(clock);
    smtp = await startRecordingSmtp();
    worker = await startTestWorker({ others, clock, smtpUrl: smtp.url, settings: { HORIZON_MS } });
    redis = new Redis(worker.config.REDIS_URL);
    others.tell('EvaluationScheduled', evaluationEvent(), 1);
    worker.subscriber.wake();
    await until(async () => (await worker.jobs())['evaluation-reminders'].delayed === 3, 'three reminders to have jobs');
    await worker.stop();
  });
  afterEach(async () => {
    redis.disconnect();
    await smtp.close();
  });

  const keys = () => redis.keys(`${worker.config.QUEUE_PREFIX}:*`);
  const rebuild = async () => {
    const connection = await mongoose.createConnection(worker.config.MONGODB_URL).asPromise();
    const { REDIS_URL: redisUrl, QUEUE_PREFIX: prefix } = worker.config;
    const log = pino({ level: 'silent' });
    const healed = await rebuildQueues({ connection, redisUrl, prefix, clock, log });
    const queues = openQueues({ redisUrl, prefix, clock, log });
    await until(() => queues.isConnected(), 'Redis');
    const counts = await queues.counts();
    await Promise.all([queues.close(), connection.close()]);
    return { ...healed, delayed: counts['evaluation-reminders'].delayed };
  };

  it('hold again what an empty Redis has lost', async () => {
    await redis.del(...(await keys()));
    expect(await rebuild()).toMatchObject({ healed: { withoutJob: { reminders: 3 } }, delayed: 3 });
    expect(await rebuild()).toMatchObject({ healed: { withoutJob: { reminders: 0 } }, delayed: 3 });
  });

  it('lose what a restored MongoDB does not know any more', async () => {
    const connection = await mongoose.createConnection(worker.config.MONGODB_URL).asPromise();
    await connection.collection('reminders').deleteMany({ role: 'EMPLOYER' });
    await connection.close();
    expect(await rebuild()).toMatchObject({ healed: { withoutRow: { reminders: 1 } }, delayed: 2 });
  });
});
