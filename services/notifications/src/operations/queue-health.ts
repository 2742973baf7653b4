import type { Clock } from '@servicepunt/shared/clock';
import { ours } from '@servicepunt/shared/mongo';
import type { DeliveryStore } from '../delivery/store.ts';
import { oldestOverdue, oldestUndelivered } from '../engine/overdue.ts';
import { QUEUE_NAMES, type QueueCounts, type Queues } from '../engine/queues.ts';
import type { EngineState } from '../engine/state.ts';
import type { ReminderStore } from '../reminder/store.ts';

export interface QueueHealthView {
  readonly queues: readonly (QueueCounts & { readonly name: string })[] | null;
  readonly oldestOverdueAt: Date | null;
  readonly oldestUndeliveredAt: Date | null;
  readonly failedDeliveries: number;
  readonly healed: {
    readonly at: Date;
    readonly looked: number;
    readonly remindersWithoutJob: number;
    readonly deliveriesWithoutJob: number;
    readonly jobsWithoutRow: number;
  } | null;
  readonly eventLag: readonly { readonly producer: string; readonly events: number; readonly at: Date }[];
}

/** How the queues stand: numbers and times alone. Redis being away takes its own part with it and no more. */
export async function queueHealth(deps: {
  reminders: ReminderStore;
  deliveries: DeliveryStore;
  queues: Queues;
  state: EngineState;
  clock: Clock;
}): Promise<QueueHealthView> {
  const [counts, oldestOverdueAt, oldestUndeliveredAt, failedDeliveries, state] = await Promise.all([
    deps.queues.counts().catch(() => null),
    oldestOverdue(deps),
    oldestUndelivered(deps),
    deps.deliveries.model.countDocuments(ours({ status: 'FAILED' })).exec(),
    deps.state.read(),
  ]);
  const { reconciler, events } = state;
  return {
    queues: counts && QUEUE_NAMES.map((name) => ({ name, ...counts[name] })),
    oldestOverdueAt,
    oldestUndeliveredAt,
    failedDeliveries,
    healed: reconciler?.healed
      ? {
          at: reconciler.at,
          looked: reconciler.healed.looked,
          remindersWithoutJob: reconciler.healed.withoutJob.reminders,
          deliveriesWithoutJob: reconciler.healed.withoutJob.deliveries,
          jobsWithoutRow: reconciler.healed.withoutRow.reminders + reconciler.healed.withoutRow.deliveries,
        }
      : null,
    eventLag: Object.entries(events?.lag ?? {}).map(([producer, waiting]) => ({
      producer,
      events: waiting,
      at: events?.at ?? new Date(0),
    })),
  };
}
