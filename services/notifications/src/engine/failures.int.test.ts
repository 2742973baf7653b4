import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ours } from '@servicepunt/shared/mongo';
import { until as untilWithin } from '@servicepunt/shared/test-support/subgraph';
import { createOthers, evaluationEvent, type Others } from '../test-support/others.ts';
import { startOwnRedis, type OwnRedis } from '../test-support/redis.ts';
import { startRecordingSmtp, type RecordingSmtp } from '../test-support/smtp.ts';
import { testClock, type TestClock } from '../test-support/store.ts';
import { startTestWorker, type TestWorker } from '../test-support/worker.ts';
import { HORIZON_MS } from './scheduled.ts';

// Minutes rather than seconds: these tests wait for several processes on a machine that others use too.
jest.setTimeout(120_000);
const PATIENCE_MS = 100_000;

const COUNT = 12;
const EACH_ONCE = { to: Array.from({ length: COUNT }, (_unused, index) => `stf_${index}@mail.example`).toSorted(), messageIds: COUNT };

const until = (condition: () => Promise<boolean> | boolean, what: string) => untilWithin(condition, what, PATIENCE_MS);

describe('nothing is lost and nothing goes out twice', () => {
  let redis: OwnRedis;
  let clock: TestClock;
  let others: Others;
  let smtp: RecordingSmtp;
  let workers: TestWorker[];

  const start = async (settings: Parameters<typeof startTestWorker>[0]['settings'] = {}, beside?: TestWorker) => {
    const worker = await startTestWorker({
      others,
      clock,
      smtpUrl: smtp.url,
      redisUrl: redis.url,
      settings,
      ...(beside ? { beside } : {}),
    });
    workers.push(worker);
    return worker;
  };
  /** A reminder for each of `COUNT` evaluations, due on 19 November at 09:00. */
  const plan = async (worker: TestWorker) => {
    for (let index = 0; index < COUNT; index += 1) {
      others.answer(`evl_${index}`, 'SCHOOL', { recipientIds: [`stf_${index}`] });
      others.addPerson(`stf_${index}`);
      others.tell('EvaluationScheduled', evaluationEvent({ evaluationId: `evl_${index}`, pendingRoles: ['SCHOOL'] }), 1);
    }
    worker.subscriber.wake();
    await until(async () => (await worker.reminders({ kind: 'WARN' })).length === 2 * COUNT, 'the plans');
  };
  const due = () => clock.set('2026-11-19T08:00:00Z');
  const allSent = (worker: TestWorker) =>
    until(async () => (await worker.deliveries({ channel: 'MAIL', status: 'SENT' })).length === COUNT, 'all mails to be sent');
  const wentOut = () => ({
    to: smtp.mails.map((mail) => mail.to).toSorted(),
    messageIds: new Set(smtp.mails.map((mail) => mail.messageId)).size,
  });

  beforeAll(async () => {
    redis = await startOwnRedis();
  });
  afterAll(() => redis.close());
  beforeEach(async () => {
    clock = testClock('2026-11-02T09:00:00Z');
    others = createOthers(clock);
    others.addPerson('stu_1');
    smtp = await startRecordingSmtp();
    workers = [];
  });
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await smtp.close();
  });

  it('when Redis is flushed between job and claim', async () => {
    const worker = await start({ HORIZON_MS });
    await plan(worker);
    clock.set('2026-11-18T08:00:00Z');
    await until(async () => (await worker.jobs())['evaluation-reminders'].delayed === COUNT, 'the jobs');
    due();
    await redis.flushAll();
    await allSent(worker);
    expect(wentOut()).toEqual(EACH_ONCE);
  });

  it('when Redis is flushed again and again while they go out', async () => {
    const worker = await start();
    await plan(worker);
    const flushing = setInterval(() => void redis.flushAll().catch(() => undefined), 40);
    due();
    await until(() => smtp.mails.length > COUNT / 2, 'the first half');
    clearInterval(flushing);
    await allSent(worker);
    expect(wentOut()).toEqual(EACH_ONCE);
  });

  it('when Redis is killed and comes back empty', async () => {
    const worker = await start();
    await plan(worker);
    await redis.kill();
    due();
    await redis.start();
    await allSent(worker);
    expect(wentOut()).toEqual(EACH_ONCE);
  });

  it('when every event and every job comes twice', async () => {
    const worker = await start();
    await plan(worker);
    for (const told of [...others.events]) others.events.push({ ...told, number: others.events.length + 1 });
    worker.subscriber.wake();
    due();
    await allSent(worker);
    const model = worker.connection.models['Delivery'];
    // Jobs for what was done long ago: as a stalled job that another worker runs again.
    await model?.updateMany(ours({}), { $set: { enqueues: 5 } });
    await worker.reconciler.reconcile();
    expect(wentOut()).toEqual(EACH_ONCE);
    expect(await worker.reminders({ kind: 'WARN' })).toHaveLength(2 * COUNT);
  });

  it('when one of two workers is cut off in mid-send, its claims run out, and the other takes over', async () => {
    const stuck = Promise.withResolvers<void>();
    const first = await start({ DELIVERY_LEASE_MS: 10_000 });
    await plan(first);
    let held = 0;
    // The first ones hang before their content is handed over, until the lease is long over.
    smtp.behave({ beforeRcpt: () => ((held += 1) <= 3 ? stuck.promise : Promise.resolve()) });
    due();
    await until(async () => (await first.deliveries({ status: 'SENT', channel: 'MAIL' })).length + held >= 3 && held >= 3, 'three to hang');
    clock.advance(60_000);
    await start({}, first);
    stuck.resolve();
    await allSent(first);
    expect(wentOut()).toEqual(EACH_ONCE);
  });

  it('when the mail server refuses for a while', async () => {
    smtp.behave({ rcpt: () => 451 });
    const worker = await start();
    await plan(worker);
    due();
    await until(async () => (await worker.deliveries({ code: 'SMTP_TEMPORARY' })).length === COUNT, 'all to be refused');
    expect(smtp.mails).toEqual([]);
    smtp.behave({});
    clock.advance(61_000);
    // Tried again later is late all the same: whoever looks after the queues has to see it.
    const metrics = await (await fetch(`${worker.opsUrl}/metrics`)).text();
    expect(metrics).toMatch(/^servicepunt_deliveries_oldest_overdue_seconds 6\d/m);
    await allSent(worker);
    expect(wentOut()).toEqual(EACH_ONCE);
  });

  it('except for a connection dropped after the whole message: the same Message-ID goes out again, and nothing else', async () => {
    const dropped = new Set<string>();
    smtp.behave({
      data: ({ to, messageId }) => {
        if (!to.endsWith('0@mail.example') || dropped.has(messageId)) return null;
        dropped.add(messageId);
        return 'DROP';
      },
    });
    const worker = await start();
    await plan(worker);
    due();
    await until(
      async () => (await worker.deliveries({ channel: 'MAIL', status: 'SENT' })).length === COUNT - dropped.size && dropped.size === 2,
      'the others',
    );
    clock.advance(60_000);
    await allSent(worker);
    expect(smtp.mails).toHaveLength(COUNT + 2);
    expect(new Set(smtp.mails.map((mail) => mail.messageId)).size).toBe(COUNT);
  });
});
