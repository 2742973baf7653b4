import type { Connection } from 'mongoose';
import type { Clock } from '@servicepunt/shared/clock';
import type { Logger } from '@servicepunt/shared/log';
import { createDeliveryStore } from '../delivery/store.ts';
import { createReminderStore } from '../reminder/store.ts';
import { createHorizon } from './horizon.ts';
import { lanesOf } from './lanes.ts';
import { createPromoter } from './promoter.ts';
import { openQueues } from './queues.ts';
import { createReconciler, type Healed } from './reconciler.ts';
import { HORIZON_MS } from './scheduled.ts';

const CONNECT_WITHIN_MS = 5_000;

/** Makes Redis hold what MongoDB says, in both directions: what a worker does by itself every minute, now and without one. */
export async function rebuildQueues(options: {
  connection: Connection;
  redisUrl: string;
  prefix: string;
  clock: Clock;
  log: Logger;
}): Promise<{ promoted: number; healed: Healed }> {
  const { connection, clock } = options;
  const lanes = lanesOf({ reminders: createReminderStore(connection).model, deliveries: createDeliveryStore(connection).model });
  const queues = openQueues(options);
  try {
    const deadline = Date.now() + CONNECT_WITHIN_MS;
    while (!queues.isConnected() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
    const common = { lanes, queues, clock, horizonMs: HORIZON_MS };
    const promoted = await createPromoter({ ...common, horizon: createHorizon(connection) }).promote();
    return { promoted, healed: await createReconciler({ ...common, log: options.log }).reconcile() };
  } finally {
    await queues.close();
  }
}
