import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import type { Clock } from '@servicepunt/shared/clock';
import { ours, type Connection } from '@servicepunt/shared/mongo';
import { testKeys } from '@servicepunt/shared/test-support/subgraph';
import { testMongoUrl, testRedisUrl } from '@servicepunt/shared/test-support/stores';
import type { DeliveryRow, DeliveryStore } from '../delivery/store.ts';
import { openQueues, type QueueCounts, type QueueName } from '../engine/queues.ts';
import type { InboxStore } from '../inbox/store.ts';
import type { ReminderRow, ReminderStore } from '../reminder/store.ts';
import { startWorker, type RunningWorker, type WorkerConfig } from '../worker.ts';
import type { Others } from './others.ts';

export interface TestWorker extends RunningWorker {
  readonly config: WorkerConfig;
  reminders(filter?: object): Promise<ReminderRow[]>;
  deliveries(filter?: object): Promise<DeliveryRow[]>;
  notifications(filter?: object): Promise<{ personId: string; reminderId: string }[]>;
  /** Jobs in Redis by queue. */
  jobs(): Promise<Record<QueueName, QueueCounts>>;
  /** Log lines at warning and above. */
  readonly warnings: { event?: string }[];
}

/** A real worker on real stores; only the other services, the clock and the mail server's behaviour are the test's. */
export async function startTestWorker(options: {
  others: Others;
  clock: Clock;
  smtpUrl: string;
  /** A second worker on the same data gets the config of the first. */
  beside?: TestWorker;
  redisUrl?: string;
  settings?: Partial<WorkerConfig>;
}): Promise<TestWorker> {
  const { privateKeys } = await testKeys();
  const config: WorkerConfig = options.beside?.config ?? {
    HOST: '127.0.0.1',
    OPS_PORT: 0,
    IDENTITY_PRIVATE_KEY: privateKeys.notifications,
    SHUTDOWN_DEADLINE_MS: 8_000,
    MONGODB_URL: testMongoUrl('worker'),
    REDIS_URL: options.redisUrl ?? testRedisUrl(),
    AUTO_INDEX: true,
    QUEUE_PREFIX: `test-${randomBytes(6).toString('hex')}`,
    SMTP_URL: options.smtpUrl,
    MAIL_FROM: 'Servicepunt LOB <noreply@servicepunt.example>',
    FRONTEND_URL: 'https://lob.example',
    TICK_MS: 20,
    // The clock of a test jumps; a job that is in Redis already doesn't jump with it.
    HORIZON_MS: 0,
    RECONCILE_EVERY_MS: 60_000,
    REMINDER_LEASE_MS: 30_000,
    DELIVERY_LEASE_MS: 60_000,
    DELIVERY_ANSWER_MS: 660_000,
    JOB_LOCK_MS: 30_000,
    SMTP_CONNECTIONS: 3,
    BOUNCE_PORT: 0,
    ...options.settings,
  };
  const warnings: { event?: string }[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void warnings.push(JSON.parse(line) as { event?: string }) });
  const worker = await startWorker({
    config,
    urls: {},
    log,
    clock: options.clock,
    call: options.others.call,
    pullEvents: options.others.pullEvents,
  });
  const { connection } = worker;
  const queues = openQueues({ redisUrl: config.REDIS_URL, prefix: config.QUEUE_PREFIX, clock: options.clock, log });
  return {
    ...worker,
    config,
    warnings,
    ...readers(connection),
    jobs: queues.counts,
    async stop() {
      const complete = await worker.stop();
      await queues.close();
      return complete;
    },
  };
}

function readers(connection: Connection) {
  const made = connection.models as {
    Reminder?: ReminderStore['model'];
    Delivery?: DeliveryStore['model'];
    Notification?: InboxStore['model'];
  };
  return {
    reminders: async (filter: object = {}) =>
      (await made.Reminder?.find(ours(filter)).sort({ dueAt: 1, _id: 1 }).lean<ReminderRow[]>()) ?? [],
    deliveries: async (filter: object = {}) => (await made.Delivery?.find(ours(filter)).sort({ _id: 1 }).lean<DeliveryRow[]>()) ?? [],
    notifications: async (filter: object = {}) =>
      (await made.Notification?.find(ours(filter)).lean<{ personId: string; reminderId: string }[]>()) ?? [],
  };
}
