import type { Model } from 'mongoose';
import type { Clock } from '@servicepunt/shared/clock';
import { event, type NewEvent } from '@servicepunt/shared/events/outbox';
import type { NewId } from '@servicepunt/shared/ids';
import type { Logger } from '@servicepunt/shared/log';
import { isStoreUnavailable, ours } from '@servicepunt/shared/mongo';
import { ServiceUnavailable } from '@servicepunt/shared/service-client';
import { storedBody, type SendingChannel } from '../delivery/channel.ts';
import type { FailureCode } from '../delivery/codes.ts';
import { nextAllowed, retryDelay } from '../delivery/rules.ts';
import type { DeliveryRow, DeliveryStore } from '../delivery/store.ts';
import { keepLease } from './lease.ts';
import type { DeliveryOutcome, EngineCounters, JobOutcome } from './outcomes.ts';
import { addressFingerprint, type People } from './people.ts';
import type { Preparing } from './prepare.ts';
import type { Ring } from './promoter.ts';
import { CLOSED, RELEASED, type JobData, type Scheduled } from './scheduled.ts';

export const DELIVERY_LEASE_MS = 60_000;
/** A mail server may take this long to acknowledge a message; until then nobody else sends it. */
export const ANSWER_MS = 11 * 60_000;
/** An owner that was down comes back within minutes, and costs nothing to ask. */
const LONGEST_OWNER_WAIT_MS = 60_000;
/** Failures kept on a delivery. */
const KEPT_FAILURES = 10;
/** For how long a worker goes on noting that a mail went out while the store is away: giving up would send it again. */
const NOTE_SENT_FOR_MS = 5 * 60_000;
const NOTE_AGAIN_MS = 200;

/** What a delivery's job does: claim with a lease, see whether it's still right, issue the link, send, mark. */
export function createDelivering(deps: {
  deliveries: DeliveryStore;
  preparing: Preparing;
  people: People;
  /** Notes that an address takes no mail any more. */
  refuseAddress: (personId: string, fingerprint: string, at: Date) => Promise<void>;
  /** Rings for a delivery that is tried again. */
  ring: Ring;
  mail: SendingChannel;
  frontendUrl: string;
  clock: Clock;
  newId: NewId;
  log: Logger;
  counters: EngineCounters;
  leaseMs?: number;
  answerMs?: number;
}) {
  const { deliveries, clock, log, counters } = deps;
  const { prepare, reopen } = deps.preparing;
  const leaseMs = deps.leaseMs ?? DELIVERY_LEASE_MS;
  const answerMs = deps.answerMs ?? ANSWER_MS;
  const collection = deliveries.model.collection;

  async function claim(id: string): Promise<DeliveryRow | null> {
    const now = clock.now();
    return deliveries.model
      .findOneAndUpdate(
        ours({ _id: id, lookAt: { $lte: now }, $or: [{ status: 'PENDING' }, { status: 'SENDING', leaseUntil: { $lte: now } }] }) as never,
        {
          $set: {
            status: 'SENDING',
            claim: deps.newId('clm'),
            leaseUntil: new Date(now.getTime() + leaseMs),
          },
          $inc: { attempts: 1 },
        } as never,
        { returnDocument: 'after' },
      )
      .lean<DeliveryRow>();
  }

  /** Ends or releases a claim that is still ours. */
  async function mark(
    delivery: DeliveryRow,
    set: Partial<DeliveryRow>,
    options: { again?: Date; failure?: string; events?: readonly NewEvent[] } = {},
  ): Promise<void> {
    const now = clock.now();
    const entries = (options.events ?? []).map((entry) =>
      event(entry, { at: now, revision: delivery.revision + 1, actor: 'notifications', newId: deps.newId }),
    );
    const claimed = { _id: delivery._id, claim: delivery.claim };
    const noted = (facts: Partial<DeliveryRow>) =>
      ({
        $set: {
          ...facts,
          updatedAt: now,
          ...(options.again ? { lookAt: options.again } : {}),
          ...(entries.length > 0 ? { outboxAt: now } : {}),
        },
        $unset: options.again ? RELEASED : CLOSED,
        $inc: { revision: 1, ...(options.again ? { enqueues: 1 } : {}) },
        ...(entries.length > 0 || options.failure !== undefined
          ? {
              $push: {
                ...(entries.length > 0 ? { outbox: { $each: entries } } : {}),
                ...(options.failure === undefined
                  ? {}
                  : { failures: { $each: [{ at: now, code: options.failure }], $slice: -KEPT_FAILURES } }),
              },
            }
          : {}),
      }) as never;
    if (!set.body) return void (await collection.updateOne(claimed as never, noted(set)));
    // A pupil who was erased while the mail was on its way is gone from the items; the text still names him, so it isn't kept.
    const whole = { ...claimed, items: { $size: delivery.items.length } };
    const { matchedCount } = await collection.updateOne(whole as never, noted(set));
    if (matchedCount === 0) await collection.updateOne(claimed as never, noted({ ...set, body: null }));
  }

  /** The mail is out; only the store doesn't know yet. The claim is kept meanwhile. */
  async function untilNoted(note: () => Promise<void>): Promise<void> {
    const end = performance.now() + NOTE_SENT_FOR_MS;
    for (;;) {
      try {
        return await note();
      } catch (error) {
        if (!isStoreUnavailable(error) || performance.now() > end) throw error;
        await new Promise((resolve) => setTimeout(resolve, NOTE_AGAIN_MS));
      }
    }
  }

  const count = (delivery: DeliveryRow, outcome: DeliveryOutcome, code = '') => {
    for (const item of delivery.items) counters.delivery(delivery.channel, item.rule, outcome, code);
  };

  async function tryAgain(delivery: DeliveryRow, code: FailureCode): Promise<JobOutcome> {
    const now = clock.now();
    if (now >= delivery.expiresAt) return fail(delivery, 'TOO_LATE');
    const { preferences } = (await deps.people.know(delivery.personId).catch(() => null)) ?? { preferences: { pausedUntil: null } };
    const delay = retryDelay(delivery.attempts);
    const next = new Date(now.getTime() + (code === 'OWNER_UNAVAILABLE' ? Math.min(delay, LONGEST_OWNER_WAIT_MS) : delay));
    const again = delivery.urgent ? next : nextAllowed(next, preferences);
    await mark(delivery, { status: 'PENDING', code }, { again, failure: code });
    await deps.ring([{ ...delivery, revision: delivery.revision + 1, enqueues: delivery.enqueues + 1, lookAt: again }]);
    log.info({ event: 'delivery-postponed', deliveryId: delivery._id, code, attempts: delivery.attempts });
    count(delivery, 'postponed', code);
    return { outcome: 'postponed' };
  }

  async function fail(delivery: DeliveryRow, code: FailureCode, set: Partial<DeliveryRow> = {}): Promise<JobOutcome> {
    const events = delivery.items.map(({ reminderId }): NewEvent => ({
      type: 'DeliveryFailed',
      data: { deliveryId: delivery._id, reminderId, code },
    }));
    await mark(delivery, { status: 'FAILED', code, ...set }, { failure: code, events });
    log.warn({ event: 'delivery-failed', deliveryId: delivery._id, code });
    count(delivery, 'failed', code);
    return { outcome: 'failed' };
  }

  async function skip(delivery: DeliveryRow, code: string): Promise<JobOutcome> {
    await mark(delivery, { status: 'SKIPPED', code });
    count(delivery, 'skipped', code);
    return { outcome: 'skipped' };
  }

  async function attempt(delivery: DeliveryRow): Promise<JobOutcome> {
    const prepared = await prepare(delivery);
    if (prepared.kind === 'nothing') return skip(delivery, prepared.code);
    const lease = keepLease({
      model: deliveries.model as unknown as Model<Scheduled>,
      id: delivery._id,
      claim: delivery.claim as string,
      leaseMs,
      answerMs,
      clock,
    });
    try {
      const { message, ready } = prepared;
      const result = await deps.mail.send(message, lease.handOver);
      if (result.ok) {
        const sentAt = clock.now();
        const told: NewEvent = {
          type: 'DeliverySent',
          data: {
            deliveryId: delivery._id,
            personId: delivery.personId,
            employerId: delivery.employerId,
            // A contact of a group has one digest for all of its companies.
            employerIds: [...new Set(ready.flatMap(({ employerId }) => employerId ?? []))],
            channel: delivery.channel,
            reminderIds: ready.map(({ item }) => item.reminderId),
          },
        };
        await untilNoted(() =>
          mark(
            delivery,
            {
              status: 'SENT',
              code: null,
              sentAt,
              sentTo: addressFingerprint(message.person.address),
              body: storedBody(message, deps.frontendUrl),
            },
            { events: [told] },
          ),
        );
        count(delivery, 'sent');
        return { outcome: 'sent' };
      }
      const { code, retry } = result.failure;
      // Another worker has it, or will: nothing here is ours to write any more. If nobody came, this job claims it anew.
      if (code === 'LEASE_LOST') return { outcome: 'lease-lost', again: new Date(clock.now().getTime() + retryDelay(1)) };
      if (retry) return await tryAgain(delivery, code);
      if (code === 'ADDRESS_REFUSED') {
        const refusedAddress = addressFingerprint(message.person.address);
        await deps.refuseAddress(delivery.personId, refusedAddress, clock.now());
        // Before the delivery is closed: a worker that dies in between does all of it again, and nobody is left without a stand-in.
        await reopen(
          ready.map(({ item }) => item),
          'ADDRESS_REFUSED',
        );
        return await fail(delivery, code, { refusedAddress });
      }
      return await fail(delivery, code);
    } finally {
      lease.release();
    }
  }

  return async function deliver(job: JobData): Promise<JobOutcome> {
    const delivery = await claim(job.id);
    if (!delivery) {
      const [row] = await deliveries.load([job.id]);
      // Somebody has it until his lease ends; or it rang a little too early, since the clocks of two machines differ.
      const later = row?.status === 'SENDING' ? row.leaseUntil : row?.enqueues === job.counter ? row.lookAt : undefined;
      return later !== undefined && later > clock.now() ? { outcome: 'later', again: later } : { outcome: 'closed' };
    }
    try {
      return await attempt(delivery);
    } catch (error) {
      if (isStoreUnavailable(error)) throw error;
      if (error instanceof ServiceUnavailable) return tryAgain(delivery, 'OWNER_UNAVAILABLE');
      log.error({ event: 'delivery-undecided', deliveryId: delivery._id, err: error });
      return tryAgain(delivery, 'INTERNAL');
    }
  };
}
