import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { until } from '@servicepunt/shared/test-support/subgraph';
import { openQueues } from '../engine/queues.ts';
import { createOthers, evaluationEvent, handoverEvent, type Others } from '../test-support/others.ts';
import { startRecordingSmtp, type RecordingSmtp } from '../test-support/smtp.ts';
import { testClock, type TestClock } from '../test-support/store.ts';
import { startTestWorker, type TestWorker } from '../test-support/worker.ts';

describe('the erasure of a pupil in notifications', () => {
  let clock: TestClock;
  let others: Others;
  let smtp: RecordingSmtp;
  let worker: TestWorker;

  beforeEach(async () => {
    // Monday 2 November 2026, 10:00 in the Netherlands.
    clock = testClock('2026-11-02T09:00:00Z');
    others = createOthers(clock);
    smtp = await startRecordingSmtp();
    others.addPerson('stu_1', { givenName: 'canary-given', familyName: 'canary-family' });
    others.addPerson('stu_2');
    others.addPerson('stf_1');
    for (const [evaluation, studentId] of [
      ['evl_1', 'stu_1'],
      ['evl_2', 'stu_2'],
    ] as const) {
      others.answer(evaluation, 'STUDENT', { recipientIds: [studentId], studentId });
      others.answer(evaluation, 'SCHOOL', { recipientIds: ['stf_1'], studentId });
    }
    worker = await startTestWorker({ others, clock, smtpUrl: smtp.url });
  });
  afterEach(async () => {
    await worker.stop();
    await smtp.close();
  });

  /** Waits until the worker has heard everything that was told by a producer. */
  const heard = async (producer: string) => {
    const last = others.events.at(-1)?.number;
    worker.subscriber.wake();
    await until(async () => (await worker.subscriber.positions())[producer] === last, `the events of ${producer}`);
  };
  const holding = async (text: RegExp) => {
    const found: string[] = [];
    for (const { name } of await worker.connection.listCollections())
      if (text.test(JSON.stringify(await worker.connection.collection(name).find().toArray()))) found.push(name);
    return found.toSorted();
  };
  const inRedis = async () => {
    const redis = new Redis(worker.config.REDIS_URL);
    const keys = await redis.keys(`${worker.config.QUEUE_PREFIX}:*`);
    const values = await Promise.all(
      keys.map(async (key) => {
        const type = await redis.type(key);
        if (type === 'hash') return redis.hgetall(key);
        if (type === 'zset') return redis.zrange(key, '0', '-1');
        return type === 'list' ? redis.lrange(key, '0', '-1') : null;
      }),
    );
    redis.disconnect();
    return JSON.stringify([keys, values]);
  };

  it('removes jobs, reminders, messages with their texts and choices, and nothing of others', async () => {
    const both = ['evl_1', 'evl_2'].map((evaluationId, index) =>
      evaluationEvent({
        evaluationId,
        studentId: `stu_${index + 1}`,
        placementId: `plc_${index + 1}`,
        pendingRoles: ['STUDENT', 'SCHOOL'],
      }),
    );
    for (const event of both) others.tell('EvaluationScheduled', event, 1);
    others.tell('HandoverPlanned', handoverEvent(), 1);
    await heard('placements');
    clock.set('2026-11-19T08:00:00Z');
    await until(async () => (await worker.deliveries({ channel: 'MAIL', status: 'SENT' })).length >= 2, 'mails to be sent');
    await until(async () => (await worker.notifications({ personId: 'stu_1' })).length > 0, 'a message in the inbox');
    const ids = (await worker.reminders({ studentId: 'stu_1' })).map((row) => row._id);
    // What is due within the horizon waits in Redis.
    const waiting = await worker.reminders({ studentId: 'stu_1', status: 'SCHEDULED', subjectType: 'HANDOVER' });
    const queues = openQueues({
      redisUrl: worker.config.REDIS_URL,
      prefix: worker.config.QUEUE_PREFIX,
      clock,
      log: pino({ level: 'silent' }),
    });
    await until(() => queues.isConnected(), 'Redis');
    await queues.ring('handover-reminders', waiting);
    expect(waiting.length).toBeGreaterThan(0);
    expect(await inRedis()).toContain(waiting[0]?._id);
    const theirs = (await worker.reminders({ studentId: 'stu_2' })).length;
    expect(await holding(/stu_1/)).toEqual(expect.arrayContaining(['deliveries', 'notifications', 'reminders', 'subjects']));

    others.tell('StudentErased', { erasureId: 'ers_1', studentId: 'stu_1', personIds: ['stu_1'] }, 1);
    await heard('students');
    // The proof, and the service's own report in its log, hold ids and numbers.
    await queues.close();
    await worker.relay.drain();
    expect(await holding(/stu_1/)).toEqual(['erasuresDone', 'events']);
    expect(await holding(/canary/)).toEqual([]);
    const left = await inRedis();
    expect(ids.filter((id) => left.includes(id))).toEqual([]);
    expect(left).not.toMatch(/canary|stu_1/);
    expect(await worker.reminders({ studentId: 'stu_2' })).toHaveLength(theirs);
    const events = await worker.connection.collection('events').find({ type: 'NotificationsErased' }).toArray();
    expect(events).toHaveLength(1);
    expect(events[0]?.['data']).toMatchObject({
      erasureId: 'ers_1',
      erased: expect.arrayContaining([{ collection: 'subjects', documents: 2 }]),
    });

    others.tell('EvaluationChanged', { ...(both[0] ?? evaluationEvent()), dueOn: '2026-12-20' }, 2);
    await heard('placements');
    expect(await worker.reminders({ studentId: 'stu_1' })).toEqual([]);
  });

  it('leaves no text of a digest that was on its way out at that moment, which names others too', async () => {
    others.addPerson('wsp_1');
    for (const [evaluation, studentId] of [
      ['evl_1', 'stu_1'],
      ['evl_2', 'stu_2'],
    ] as const) {
      others.answer(evaluation, 'EMPLOYER', { recipientIds: ['wsp_1'], studentId });
      others.tell('EvaluationScheduled', evaluationEvent({ evaluationId: evaluation, studentId, pendingRoles: ['EMPLOYER'] }), 1);
    }
    await heard('placements');
    clock.set('2026-11-19T08:00:00Z');
    await until(async () => (await worker.reminders({ status: 'SENT' })).length === 2, 'the reminders to join the digest');
    const [digest] = await worker.deliveries();
    let acknowledge = (): void => undefined;
    smtp.behave({ beforeAcknowledge: () => new Promise((resolve) => (acknowledge = resolve)) });
    clock.set('2026-11-24T09:00:00Z');
    await worker.connection.collection('deliveries').updateOne({ _id: digest?._id as never }, { $inc: { enqueues: 1 } });
    await worker.reconciler.reconcile();
    await until(() => smtp.mails.length === 1, 'the digest to be with the mail server');
    expect(smtp.mails[0]?.text).toContain('canary-given');
    others.tell('StudentErased', { erasureId: 'ers_1', studentId: 'stu_1', personIds: ['stu_1'] }, 1);
    await heard('students');
    acknowledge();
    await until(async () => (await worker.deliveries({ status: 'SENT' })).length === 1, 'the digest to be noted');
    expect(await worker.deliveries()).toMatchObject([{ body: null, items: [{ studentId: 'stu_2' }] }]);
    expect(await holding(/canary/)).toEqual([]);
  });
});
