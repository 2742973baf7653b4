import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { pino } from 'pino';
import { testRedisUrl } from '@servicepunt/shared/test-support/stores';
import type { Connection } from '@servicepunt/shared/mongo';
import { until } from '@servicepunt/shared/test-support/subgraph';
import { createDeliveryStore, type DeliveryStore } from '../delivery/store.ts';
import { createReminderStore, type ReminderStore } from '../reminder/store.ts';
import { openTestStore, testClock } from '../test-support/store.ts';
import { lanesOf } from './lanes.ts';
import { openQueues, type Queues } from './queues.ts';
import { createReconciler, type Healed, type Reconciler } from './reconciler.ts';
import { HORIZON_MS } from './scheduled.ts';

jest.setTimeout(60_000);

/** More than a page of either side. */
const MANY = 1_203;
const clock = testClock('2026-11-19T08:00:00Z');
const DUE = new Date('2026-11-19T07:59:00Z');

describe('MongoDB and Redis are compared in both directions', () => {
  let connection: Connection;
  let reminders: ReminderStore;
  let deliveries: DeliveryStore;
  let queues: Queues;
  let reconciler: Reconciler;
  const told: Healed[] = [];

  beforeAll(async () => {
    const store = await openTestStore('reconciler', (on) => ({ reminders: createReminderStore(on), deliveries: createDeliveryStore(on) }));
    ({ connection } = store);
    ({ reminders, deliveries } = store.models);
    queues = openQueues({
      redisUrl: testRedisUrl(),
      prefix: `test-${randomBytes(6).toString('hex')}`,
      clock,
      log: pino({ level: 'silent' }),
    });
    await until(() => queues.isConnected(), 'Redis');
    const lanes = lanesOf({ reminders: reminders.model, deliveries: deliveries.model });
    const common = { lanes, queues, clock, log: pino({ level: 'silent' }), horizonMs: HORIZON_MS };
    reconciler = createReconciler({ ...common, onHealed: (healed) => told.push(healed) });
  });
  afterAll(async () => {
    await queues.close();
    await connection.close();
  });

  const rows = (prefix: string, more: object = {}) =>
    Array.from({ length: MANY }, (_unused, index) => ({
      ...{ _id: `${prefix}_${String(index).padStart(5, '0')}`, revision: 1, enqueues: 1, status: 'PENDING', lookAt: DUE },
      ...more,
    }));

  it('reminders and deliveries that are due and have no job get one, page by page, once, and it is told how many', async () => {
    // All fall due in the same instant: a page must not begin after it.
    await deliveries.model.collection.insertMany(rows('dlv') as never);
    await reminders.model.collection.insertMany(rows('rem', { subjectType: 'HANDOVER', status: 'SCHEDULED', dueAt: DUE }) as never);
    const found = { withoutJob: { reminders: MANY, deliveries: MANY }, withoutRow: { reminders: 0, deliveries: 0 }, looked: 2 * MANY };
    expect(await reconciler.reconcile()).toEqual(found);
    expect(told).toEqual([found]);
    const counts = await queues.counts();
    expect([counts.deliveries.waiting, counts['handover-reminders'].waiting, counts['evaluation-reminders'].waiting]).toEqual([
      MANY,
      MANY,
      0,
    ]);
    expect((await reconciler.reconcile()).withoutJob).toEqual({ reminders: 0, deliveries: 0 });
    expect((await queues.counts()).deliveries.waiting).toBe(MANY);
  });

  it('what lies beyond the horizon is left to MongoDB', async () => {
    await deliveries.model.collection.insertMany([
      { _id: 'dlv_far', revision: 1, enqueues: 1, status: 'PENDING', lookAt: new Date(clock.now().getTime() + HORIZON_MS + 60_000) },
    ] as never);
    expect((await reconciler.reconcile()).withoutJob.deliveries).toBe(0);
  });

  it('jobs whose reminder or delivery is done, gone, or rings by another job are taken away', async () => {
    await deliveries.model.collection.updateMany({ _id: { $lt: 'dlv_00700' } } as never, { $unset: { lookAt: 1 } });
    await deliveries.model.collection.deleteMany({ _id: { $gte: 'dlv_00700', $lt: 'dlv_01000' } } as never);
    await reminders.model.collection.updateMany({ _id: { $lt: 'rem_00010' } } as never, { $inc: { enqueues: 1 } });
    const healed = await reconciler.reconcile();
    expect(healed.withoutRow).toEqual({ reminders: 10, deliveries: 1_000 });
    // The ten that ring by another job had it missing.
    expect(healed.withoutJob).toEqual({ reminders: 10, deliveries: 0 });
    const counts = await queues.counts();
    expect([counts.deliveries.waiting, counts['handover-reminders'].waiting]).toEqual([MANY - 1_000, MANY]);
    expect(await reconciler.reconcile()).toMatchObject({
      withoutJob: { reminders: 0, deliveries: 0 },
      withoutRow: { reminders: 0, deliveries: 0 },
    });
  });
});
