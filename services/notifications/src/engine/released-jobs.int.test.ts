import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { until } from '@servicepunt/shared/test-support/subgraph';
import { releasedSamples } from '../../../../tools/check/src/contracts/contract-check.ts';
import { createOthers, evaluationEvent, type Others } from '../test-support/others.ts';
import { startRecordingSmtp, type RecordingSmtp } from '../test-support/smtp.ts';
import { testClock, type TestClock } from '../test-support/store.ts';
import { startTestWorker, type TestWorker } from '../test-support/worker.ts';

const released = releasedSamples(join(__dirname, '../../../..')).jobs;
/** Longer than any test waits: nothing but the jobs of these tests rings. */
const NEVER_MS = 3_600_000;

describe('jobs that a worker of the last release left in Redis', () => {
  let clock: TestClock;
  let others: Others;
  let smtp: RecordingSmtp;
  let worker: TestWorker;
  let redis: Redis;

  beforeEach(async () => {
    clock = testClock('2026-11-02T09:00:00Z');
    others = createOthers(clock);
    others.addPerson('stu_1');
    others.addPerson('stf_1');
    others.answer('evl_1', 'SCHOOL', { recipientIds: ['stf_1'] });
    smtp = await startRecordingSmtp();
    worker = await startTestWorker({ others, clock, smtpUrl: smtp.url, settings: { TICK_MS: NEVER_MS, RECONCILE_EVERY_MS: NEVER_MS } });
    redis = new Redis(worker.config.REDIS_URL, { maxRetriesPerRequest: null });
  });
  afterEach(async () => {
    redis.disconnect();
    await worker.stop();
    await smtp.close();
  });
  const put = async (queue: string, change: object) => {
    const sample = released[queue];
    if (!sample) throw new Error(`The last release had no queue ${queue}`);
    const bullmq = new Queue(queue, { connection: redis, prefix: worker.config.QUEUE_PREFIX });
    await bullmq.add(sample.name, { ...sample.data, ...change }, { removeOnComplete: true });
    await bullmq.close();
  };

  it('are carried out: a ring makes the worker look, a reminder and its delivery go out', async () => {
    others.tell('EvaluationScheduled', evaluationEvent({ pendingRoles: ['SCHOOL'] }), 1);
    await put('events-notifications', {});
    await until(async () => (await worker.reminders()).length > 0, 'the reminders to be planned');
    clock.set('2026-11-19T08:00:00Z');
    const [reminder] = await worker.reminders({ role: 'SCHOOL' });
    await put('evaluation-reminders', { id: reminder?._id, revision: reminder?.revision, counter: reminder?.enqueues });
    await until(async () => (await worker.deliveries({ channel: 'MAIL' })).length === 1, 'the delivery to be recorded');
    const [delivery] = await worker.deliveries({ channel: 'MAIL' });
    await put('deliveries', { id: delivery?._id, revision: delivery?.revision, counter: delivery?.enqueues });
    await until(() => smtp.mails.length === 1, 'the mail');
    expect(smtp.mails[0]?.messageId).toBe(delivery?.messageId);
  }, 60_000);

  it('and mean nothing when what they ring for is gone', async () => {
    for (const queue of ['handover-reminders', 'deliveries']) await put(queue, {});
    await until(async () => (await redis.keys(`${worker.config.QUEUE_PREFIX}:*:rem_*`)).length === 0, 'the jobs to be taken');
    expect(smtp.mails).toEqual([]);
    expect(worker.warnings.filter(({ event }) => event === 'job-failed')).toEqual([]);
  }, 60_000);
});
