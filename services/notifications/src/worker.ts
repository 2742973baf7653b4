import { randomUUID } from 'node:crypto';
import type { JWK } from 'jose';
import type { Model } from 'mongoose';
import { Registry } from 'prom-client';
import type { Clock } from '@servicepunt/shared/clock';
import { producersFor } from '@servicepunt/shared/contracts/events';
import { createDoorbell, listenToDoorbell } from '@servicepunt/shared/events/doorbell';
import { createRelay, eventModel, type Relay } from '@servicepunt/shared/events/relay';
import { createSubscriber, cursorModel, type Subscriber } from '@servicepunt/shared/events/subscriber';
import { createErasures } from '@servicepunt/shared/erasure';
import { createIdentitySigner } from '@servicepunt/shared/identity';
import { stopInOrder } from '@servicepunt/shared/lifecycle';
import type { Logger } from '@servicepunt/shared/log';
import { buildIndexes, openStore, ours, type AggregateFields, type Connection } from '@servicepunt/shared/mongo';
import { startOps } from '@servicepunt/shared/ops';
import { keptSinceInstant } from '@servicepunt/shared/retention';
import { createServiceClient, type Call, type PullEvents, type ServiceUrls } from '@servicepunt/shared/service-client';
import { createBounces, type BounceConfig } from './bounce/bounces.ts';
import { createMailChannel } from './delivery/channel.ts';
import { createSmtpPool } from './delivery/smtp.ts';
import { createDeliveryStore } from './delivery/store.ts';
import { createDelivering } from './engine/deliver.ts';
import { createHorizon } from './engine/horizon.ts';
import { lanesOf } from './engine/lanes.ts';
import { createFastIds } from './engine/ids.ts';
import { createMetrics } from './engine/metrics.ts';
import { oldestOverdue, oldestUndelivered } from './engine/overdue.ts';
import { createPeople } from './engine/people.ts';
import { createPreparing } from './engine/prepare.ts';
import { createPromoter, createRing, type Ring } from './engine/promoter.ts';
import { openQueues } from './engine/queues.ts';
import { createRecipients } from './engine/recipients.ts';
import { createReconciler, type Reconciler } from './engine/reconciler.ts';
import { createRecorder } from './engine/record.ts';
import { createReminding } from './engine/remind.ts';
import { createEngineState } from './engine/state.ts';
import { createTicker } from './engine/ticker.ts';
import { startQueueWorkers } from './engine/workers.ts';
import { createInboxStore } from './inbox/store.ts';
import { createLiveStore } from './live/store.ts';
import { createTeller } from './live/tell.ts';
import { erasePupil, forgetPerson, unlessErased } from './erasure/erase.ts';
import { reminderEventHandlers } from './reminder/events.ts';
import { createPageHandling, handledByPage } from './reminder/pages.ts';
import { createPlanner } from './reminder/planning.ts';
import { createReminderStore } from './reminder/store.ts';
import { createSubjectStore } from './reminder/subjects.ts';

/** Settings of the worker, as `workerSettings` reads them. */
export interface WorkerConfig extends BounceConfig {
  readonly HOST: string;
  readonly OPS_PORT: number;
  readonly IDENTITY_PRIVATE_KEY: object;
  readonly SHUTDOWN_DEADLINE_MS: number;
  readonly MONGODB_URL: string;
  readonly REDIS_URL: string;
  readonly AUTO_INDEX: boolean;
  readonly QUEUE_PREFIX: string;
  readonly SMTP_URL: string;
  readonly MAIL_FROM: string;
  readonly FRONTEND_URL: string;
  readonly TICK_MS: number;
  readonly HORIZON_MS: number;
  readonly RECONCILE_EVERY_MS: number;
  readonly REMINDER_LEASE_MS: number;
  readonly DELIVERY_LEASE_MS: number;
  readonly DELIVERY_ANSWER_MS: number;
  readonly JOB_LOCK_MS: number;
  readonly SMTP_CONNECTIONS: number;
}

export interface RunningWorker {
  readonly opsUrl: string;
  /** Where it listens for mails that came back, or null. */
  readonly bouncePort: number | null;
  readonly connection: Connection;
  readonly relay: Relay;
  readonly subscriber: Subscriber;
  readonly reconciler: Reconciler;
  /** Readiness off, then what brings work, the work in hand, queues, Redis, MongoDB. False when the deadline cut it. */
  stop(): Promise<boolean>;
}

/** The worker ticks at least this often, or its container is restarted. */
const TICK_DEAD_MS = 120_000;
const RECONCILE_DEAD_MS = 15 * 60_000;
const OBSERVE_EVERY_MS = 15_000;
/** Lag is counted up to this many events. */
const LAG_LIMIT = 500;

/** Runs the queues: the second process of this service. `call` and `pullEvents` are given by tests; else they go to the other services. */
export async function startWorker(options: {
  config: WorkerConfig;
  urls: ServiceUrls;
  log: Logger;
  clock: Clock;
  call?: Call;
  pullEvents?: PullEvents;
}): Promise<RunningWorker> {
  const { config, log, clock } = options;
  const redis = { redisUrl: config.REDIS_URL, prefix: config.QUEUE_PREFIX, log };
  const registry = new Registry();
  const signer = await createIdentitySigner('notifications', config.IDENTITY_PRIVATE_KEY as JWK);
  const client = createServiceClient({ signer, urls: options.urls });
  const call = options.call ?? client.call;
  const pullEvents = options.pullEvents ?? client.pullEvents;

  const store = openStore({
    url: config.MONGODB_URL,
    log,
    async onConnected(connection) {
      if (config.AUTO_INDEX) await buildIndexes(connection);
    },
  });
  const { connection } = store;
  const reminders = createReminderStore(connection);
  const subjects = createSubjectStore(connection);
  const deliveries = createDeliveryStore(connection);
  const inbox = createInboxStore(connection);
  const state = createEngineState(connection);
  const live = createLiveStore(connection);
  const cursors = cursorModel(connection);

  const queues = openQueues({
    ...redis,
    clock,
    // Whoever rang while Redis was away wasn't heard.
    onConnected: () => reconcileTicker.kick(),
  });
  const lanes = lanesOf({ reminders: reminders.model, deliveries: deliveries.model });
  const metrics = createMetrics({
    registry,
    queues,
    now: clock.now,
    oldestOverdue: () => oldestOverdue({ reminders, clock }),
    oldestUndelivered: () => oldestUndelivered({ deliveries, clock }),
  });
  const horizonMs = config.HORIZON_MS;
  const promoter = createPromoter({ lanes, queues, horizon: createHorizon(connection), clock, horizonMs });
  const [ringReminders, ringDeliveries] = lanes.map((lane) => createRing({ lane, queues, clock, log, horizonMs })) as [Ring, Ring];
  const reconciler = createReconciler({
    lanes,
    queues,
    clock,
    log,
    horizonMs,
    onHealed(healed) {
      metrics.healed(healed);
      state.tell({ _id: 'reconciler', at: clock.now(), healed }).catch(() => undefined);
    },
  });

  const tell = createTeller({ live, clock, log, callOut: queues.callOut });
  const people = createPeople({ call, inbox });
  const recipients = createRecipients({ call, people });
  const newId = createFastIds();
  const common = { clock, newId, log, counters: metrics, tell };
  const remind = createReminding({
    ...common,
    reminders,
    subjects,
    call,
    recipients,
    record: createRecorder({ ...common, deliveries, inbox, mailFrom: config.MAIL_FROM }),
    ringReminders,
    ringDeliveries,
    leaseMs: config.REMINDER_LEASE_MS,
  });
  const pool = createSmtpPool({ url: config.SMTP_URL, maxConnections: config.SMTP_CONNECTIONS });
  const preparing = createPreparing({
    reminders,
    subjects,
    people,
    recipients,
    call,
    clock,
    frontendUrl: config.FRONTEND_URL,
    ringReminders,
  });
  const bounces = createBounces({ config, secret: (config.IDENTITY_PRIVATE_KEY as { d: string }).d, clock });
  const deliver = createDelivering({
    ...common,
    deliveries,
    people,
    preparing,
    refuseAddress: inbox.refuseAddress,
    ring: ringDeliveries,
    mail: createMailChannel({
      pool,
      mailFrom: config.MAIL_FROM,
      frontendUrl: config.FRONTEND_URL,
      returnPath: bounces?.returnPath,
    }),
    frontendUrl: config.FRONTEND_URL,
    leaseMs: config.DELIVERY_LEASE_MS,
    answerMs: config.DELIVERY_ANSWER_MS,
  });

  const reconcileTicker = createTicker({
    name: 'reconciler',
    everyMs: config.RECONCILE_EVERY_MS,
    deadAfterMs: RECONCILE_DEAD_MS,
    log,
    work: async () => void (queues.isConnected() && (await reconciler.reconcile())),
  });
  const tick = createTicker({
    name: 'promoter',
    everyMs: config.TICK_MS,
    deadAfterMs: TICK_DEAD_MS,
    log,
    async work() {
      if (!queues.isConnected()) return;
      // A Redis that came back empty is put right at once, not at the next minute.
      if (!(await queues.stillRemembers())) reconcileTicker.kick();
      await promoter.promote();
    },
  });
  const observe = createTicker({
    name: 'observer',
    everyMs: OBSERVE_EVERY_MS,
    deadAfterMs: RECONCILE_DEAD_MS,
    log,
    async work() {
      const positions = await subscriber.positions();
      const lag: Record<string, number> = {};
      for (const producer of producersFor('notifications')) {
        lag[producer] = (await pullEvents(producer, positions[producer] ?? 0, LAG_LIMIT)).length;
        metrics.lag(producer, lag[producer]);
      }
      await state.tell({ _id: 'events', at: clock.now(), lag });
      await forgetBodies();
      await live.forget(clock.now());
    },
  });
  async function forgetBodies(): Promise<void> {
    const before = keptSinceInstant('MESSAGE_BODIES', clock);
    await deliveries.model.updateMany(ours({ body: { $type: 'object' }, sentAt: { $lt: before } }) as never, {
      $set: { body: null },
      $unset: { sentTo: 1 },
    });
  }

  const planner = createPlanner({ reminders, subjects, clock, ring: ringReminders, tell });
  const erasures = createErasures(connection, 'NotificationsErased', { clock, newId, log, nudge: () => relay.nudge() });
  const reminderHandlers = unlessErased(reminderEventHandlers(planner, log), erasures);
  const subscriber = createSubscriber({
    subscriber: 'notifications',
    instance: randomUUID(),
    cursors,
    pullEvents,
    collect: createPageHandling(reminderHandlers),
    handlers: {
      ...handledByPage(reminderHandlers),
      EmployerContactRemoved: ({ data: { personId } }) => forgetPerson(connection, personId),
      StudentErased: (told) => erasures.carryOut(told, () => erasePupil(connection, queues, told.data)),
    },
    log,
  });
  const bell = createDoorbell({ ...redis, producer: 'notifications' });
  const relay = createRelay({
    events: eventModel(connection),
    aggregates: [reminders.model, deliveries.model, erasures.model] as unknown as Model<AggregateFields>[],
    log,
    onMoved: bell.ring,
  });
  const ear = listenToDoorbell({ ...redis, subscriber: 'notifications', onRing: subscriber.wake });
  const workers = startQueueWorkers({
    ...redis,
    clock,
    lockMs: config.JOB_LOCK_MS,
    remind,
    deliver,
    onStalled: metrics.stalled,
    onFailed: metrics.failed,
  });

  const receiver = await bounces?.listen({
    ...common,
    ...{ deliveries, reminders, subjects, people, reopen: preparing.reopen, refuseAddress: inbox.refuseAddress },
    ring: ringDeliveries,
    count: metrics.bounce,
  });

  const ops = await startOps({
    host: config.HOST,
    port: config.OPS_PORT,
    registry,
    ready: async () => ({ mongodb: await store.isReady(), redis: workers.connection.status === 'ready' }),
    alive: () => tick.alive() && reconcileTicker.alive(),
  });
  relay.start();
  subscriber.start();
  tick.start();
  reconcileTicker.start();
  observe.start();

  return {
    opsUrl: ops.url,
    bouncePort: receiver?.port ?? null,
    connection,
    relay,
    subscriber,
    reconciler,
    stop: () =>
      stopInOrder(
        [
          { name: 'readiness', stop: ops.markStopping },
          { name: 'bounces', stop: () => receiver?.close() },
          { name: 'ear', stop: ear.close },
          { name: 'subscriber', stop: subscriber.stop },
          { name: 'observer', stop: observe.stop },
          { name: 'reconciler', stop: reconcileTicker.stop },
          { name: 'promoter', stop: tick.stop },
          { name: 'workers', stop: workers.close },
          { name: 'mail', stop: pool.close },
          { name: 'relay', stop: relay.stop },
          { name: 'bell', stop: bell.close },
          { name: 'queues', stop: queues.close },
          { name: 'client', stop: client.close },
          { name: 'store', stop: store.close },
          { name: 'ops', stop: ops.close },
        ],
        config.SHUTDOWN_DEADLINE_MS,
        log,
      ),
  };
}
