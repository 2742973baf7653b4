import type { Connection } from '@servicepunt/shared/mongo';
import type { RoomDeps } from '@servicepunt/shared/service';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { createDeliveryActions } from './delivery/actions.ts';
import { deliveryReads } from './delivery/reads.ts';
import { createDeliveryStore } from './delivery/store.ts';
import { lanesOf } from './engine/lanes.ts';
import { createRing, type Ring } from './engine/promoter.ts';
import type { Queues } from './engine/queues.ts';
import { HORIZON_MS } from './engine/scheduled.ts';
import { createEngineState } from './engine/state.ts';
import { createInboxActions } from './inbox/actions.ts';
import { personOf } from './inbox/policy.ts';
import { inboxReads } from './inbox/reads.ts';
import { createInboxStore } from './inbox/store.ts';
import { liveReads } from './live/reads.ts';
import { createLiveStore } from './live/store.ts';
import { createTeller } from './live/tell.ts';
import { createPreview } from './operations/preview.ts';
import { queueHealth } from './operations/queue-health.ts';
import { createReminderActions } from './reminder/actions.ts';
import { reminderReads } from './reminder/reads.ts';
import { createReminderStore } from './reminder/store.ts';
import { createSubjectStore } from './reminder/subjects.ts';

/** The stores of all rooms on one connection. */
export function createStores(connection: Connection) {
  return {
    reminders: createReminderStore(connection),
    subjects: createSubjectStore(connection),
    deliveries: createDeliveryStore(connection),
    inbox: createInboxStore(connection),
    state: createEngineState(connection),
    live: createLiveStore(connection),
  };
}
export type Stores = ReturnType<typeof createStores>;

/** The actions of all rooms. What they write rings at once; if Redis is away, a worker finds it when it is back. */
export function createActions(stores: Stores, deps: RoomDeps, queues: Queues, remindAgainAfterMs: number) {
  const lanes = lanesOf({ reminders: stores.reminders.model, deliveries: stores.deliveries.model });
  const [ringReminders, ringDeliveries] = lanes.map((lane) =>
    createRing({ lane, queues, clock: deps.clock, log: deps.log, horizonMs: HORIZON_MS }),
  ) as [Ring, Ring];
  const tell = createTeller({ ...stores, clock: deps.clock, log: deps.log, callOut: (topics) => queues.callOut(topics) });
  return {
    reminder: createReminderActions({ ...stores, ring: ringReminders, tell, remindAgainAfterMs }),
    delivery: createDeliveryActions({ ...stores, ring: ringDeliveries, allowAddress: stores.inbox.allowAddress }),
    inbox: createInboxActions({ ...stores, tell }),
  };
}
export type Actions = ReturnType<typeof createActions>;

/** How the queues stand, and the mails as they would go out. */
export function createOperations(stores: Stores, deps: RoomDeps, queues: Queues, frontendUrl: string) {
  return {
    queueHealth: () => queueHealth({ ...stores, queues, clock: deps.clock }),
    preview: createPreview({ subjects: stores.subjects, call: deps.call, frontendUrl }),
  };
}
export type Operations = ReturnType<typeof createOperations>;

/** What one request reads: each loader and list is bound to what its viewer may see. */
export function createReads(stores: Stores, { viewer }: Pick<Context, 'viewer'>) {
  const reminder = reminderReads(stores.reminders, viewer);
  const delivery = deliveryReads(stores.deliveries, viewer);
  const inbox = inboxReads(stores.inbox, viewer);
  return {
    loaders: { ...reminder.loaders, ...delivery.loaders, ...inbox.loaders },
    lists: { ...reminder.lists, ...delivery.lists, ...inbox.lists },
    inbox: {
      ...inbox.inbox,
      update: liveReads({
        live: stores.live,
        viewer,
        personId: personOf(viewer),
        notification: inbox.loaders.notification,
        reminder: reminder.loaders.reminder,
      }),
    },
  };
}
export type Reads = ReturnType<typeof createReads>;
