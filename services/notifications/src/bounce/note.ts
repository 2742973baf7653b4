import type { Clock } from '@servicepunt/shared/clock';
import { event, type NewEvent } from '@servicepunt/shared/events/outbox';
import type { NewId } from '@servicepunt/shared/ids';
import type { Logger } from '@servicepunt/shared/log';
import { nextAllowed } from '../delivery/rules.ts';
import type { DeliveryItem, DeliveryRow, DeliveryStore } from '../delivery/store.ts';
import type { EngineCounters } from '../engine/outcomes.ts';
import type { People } from '../engine/people.ts';
import type { Preparing } from '../engine/prepare.ts';
import type { Ring } from '../engine/promoter.ts';
import { createWanted } from '../engine/remind.ts';
import { CATCH_UP_MS } from '../engine/scheduled.ts';
import { step, type ReminderStore } from '../reminder/store.ts';
import type { SubjectStore } from '../reminder/subjects.ts';

/**
 * What happens when a mail that had left comes back: as if its server had refused it at once. Each step may be repeated, and the delivery
 * is marked last: a report that was cut off comes again and finds the rest to do.
 */
export function createBounceNoting(deps: {
  deliveries: DeliveryStore;
  reminders: ReminderStore;
  subjects: SubjectStore;
  people: People;
  reopen: Preparing['reopen'];
  refuseAddress: (personId: string, fingerprint: string, at: Date) => Promise<void>;
  /** Rings for a delivery that goes out again, to an address that was put right meanwhile. */
  ring: Ring;
  clock: Clock;
  newId: NewId;
  log: Logger;
  counters: EngineCounters;
}) {
  const { deliveries, reminders, clock, log } = deps;

  /** Those whose subject still has them in its plan: what is over needs nobody to stand in. */
  async function stillWanted(items: readonly DeliveryItem[]): Promise<DeliveryItem[]> {
    const rows = await reminders.load(items.map((item) => item.reminderId));
    const subjects = await deps.subjects.load([...new Set(items.map((item) => item.subjectId))]);
    const isWanted = createWanted(new Map(subjects.map((subject) => [subject._id, subject])));
    const wanted = new Set(rows.filter((row) => row.status !== 'CANCELLED' && isWanted(row)).map((row) => row._id));
    return items.filter((item) => wanted.has(item.reminderId));
  }

  async function tellHistory(items: readonly DeliveryItem[], code: string): Promise<void> {
    if (items.length === 0) return;
    const now = clock.now();
    await reminders.model.collection.updateMany(
      { _id: { $in: items.map((item) => item.reminderId) }, status: 'SENT' } as never,
      { $set: { updatedAt: now }, $inc: { revision: 1 }, $push: { history: step(now, 'BOUNCED', code) } } as never,
    );
  }

  async function fail(delivery: DeliveryRow, code: string): Promise<boolean> {
    const now = clock.now();
    const told = delivery.items.map(({ reminderId }) =>
      event({ type: 'DeliveryFailed', data: { deliveryId: delivery._id, reminderId, code } } satisfies NewEvent, {
        at: now,
        revision: delivery.revision + 1,
        actor: 'notifications',
        newId: deps.newId,
      }),
    );
    return change(delivery, {
      $set: {
        status: 'FAILED',
        code,
        updatedAt: now,
        outboxAt: now,
        ...(code === 'ADDRESS_BOUNCED' ? { refusedAddress: delivery.sentTo } : {}),
      },
      $inc: { revision: 1 },
      $push: { failures: { at: now, code }, outbox: { $each: told } },
    });
  }

  async function change(delivery: DeliveryRow, update: object): Promise<boolean> {
    const { modifiedCount } = await deliveries.model.collection.updateOne(
      { _id: delivery._id, status: 'SENT', revision: delivery.revision } as never,
      update as never,
    );
    return modifiedCount === 1;
  }

  /** The address was put right since: the same mail goes there. */
  async function sendAgain(delivery: DeliveryRow, preferences: Parameters<typeof nextAllowed>[1]): Promise<boolean> {
    const now = clock.now();
    const lookAt = delivery.urgent ? now : nextAllowed(now, preferences);
    const changed = await change(delivery, {
      $set: {
        status: 'PENDING',
        code: 'ADDRESS_BOUNCED',
        lookAt,
        expiresAt: new Date(lookAt.getTime() + CATCH_UP_MS),
        updatedAt: now,
      },
      $inc: { revision: 1, enqueues: 1 },
      $push: { failures: { at: now, code: 'ADDRESS_BOUNCED' } },
    });
    if (changed) await deps.ring([{ ...delivery, revision: delivery.revision + 1, enqueues: delivery.enqueues + 1, lookAt }]);
    return changed;
  }

  async function addressBounced(delivery: DeliveryRow, fingerprint: string): Promise<boolean> {
    await deps.refuseAddress(delivery.personId, fingerprint, clock.now());
    const known = await deps.people.know(delivery.personId);
    if (known?.person.active && known.mailable) return sendAgain(delivery, known.preferences);
    const wanted = await stillWanted(delivery.items);
    if (wanted.length > 0) await deps.reopen(wanted, 'ADDRESS_BOUNCED');
    const changed = await fail(delivery, 'ADDRESS_BOUNCED');
    if (changed)
      await tellHistory(
        delivery.items.filter((item) => !wanted.includes(item)),
        'ADDRESS_BOUNCED',
      );
    return changed;
  }

  async function messageBounced(delivery: DeliveryRow): Promise<boolean> {
    const changed = await fail(delivery, 'MESSAGE_BOUNCED');
    if (changed) await tellHistory(delivery.items, 'MESSAGE_BOUNCED');
    return changed;
  }

  return async function note(deliveryId: string, verdict: 'ADDRESS' | 'MESSAGE'): Promise<'noted' | 'known' | 'later'> {
    const [delivery] = await deliveries.load([deliveryId]);
    // Its server told faster than we noted that it took the mail.
    if (delivery?.status === 'SENDING') return 'later';
    // A mail that goes out again by itself comes back again by itself.
    if (delivery?.status !== 'SENT' || delivery.sentTo === undefined) return 'known';
    const changed = verdict === 'ADDRESS' ? await addressBounced(delivery, delivery.sentTo) : await messageBounced(delivery);
    // Somebody else changed it at the same moment.
    if (!changed) return 'later';
    const code = verdict === 'ADDRESS' ? 'ADDRESS_BOUNCED' : 'MESSAGE_BOUNCED';
    log.warn({ event: 'delivery-bounced', deliveryId, code });
    for (const item of delivery.items) deps.counters.delivery(delivery.channel, item.rule, 'failed', code);
    return 'noted';
  };
}
