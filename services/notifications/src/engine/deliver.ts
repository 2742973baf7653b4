import type { Model } from 'mongoose';
import type { Clock } from '@servicepunt/shared/clock';
import { event, type NewEvent } from '@servicepunt/shared/events/outbox';
import type { NewId } from '@servicepunt/shared/ids';
import type { Logger } from '@servicepunt/shared/log';
import { isStoreUnavailable, ours } from '@servicepunt/shared/mongo';
import { ServiceUnavailable, type Call } from '@servicepunt/shared/service-client';
import { storedBody, type OutgoingMessage, type SendingChannel } from '../delivery/channel.ts';
import type { FailureCode } from '../delivery/codes.ts';
import { nextAllowed, retryDelay } from '../delivery/rules.ts';
import type { DeliveryItem, DeliveryRow, DeliveryStore } from '../delivery/store.ts';
import type { MessageItem } from '../delivery/templates/render.ts';
import { step, type ReminderRow, type ReminderStore } from '../reminder/store.ts';
import type { SubjectRow, SubjectStore } from '../reminder/subjects.ts';
import type { RecipientRole } from '../rule/rules.ts';
import { ruleOf } from '../rule/rules.ts';
import { keepLease } from './lease.ts';
import type { EngineCounters, JobOutcome } from './outcomes.ts';
import { addressFingerprint, type KnownPerson, type People } from './people.ts';
import { factsFor } from './record.ts';
import type { OwnerAnswer, Recipients } from './recipients.ts';
import { createWanted } from './remind.ts';
import { CLOSED, lookAgain, RELEASED, type JobData, type Scheduled } from './scheduled.ts';

export const DELIVERY_LEASE_MS = 60_000;
/** What the owner said counts for this long; a mail that waited longer (quiet hours, a digest, a server that was down) asks again. */
const ANSWER_COUNTS_MS = 60_000;
/** An owner that was down comes back within minutes, and costs nothing to ask. */
const LONGEST_OWNER_WAIT_MS = 60_000;
/** Failures kept on a delivery. */
const KEPT_FAILURES = 10;
const LINK_ROLES: readonly RecipientRole[] = ['EMPLOYER', 'STUDENT', 'RECEIVING_PARTY'];

/** A reminder inside the mail that goes out now. */
interface Ready {
  readonly item: DeliveryItem;
  readonly message: MessageItem;
}
type Prepared =
  | { readonly kind: 'message'; readonly message: OutgoingMessage; readonly ready: readonly Ready[] }
  | { readonly kind: 'nothing'; readonly code: string };

/** What a delivery's job does: claim with a lease, see whether it's still right, issue the link, send, mark. */
export function createDelivering(deps: {
  deliveries: DeliveryStore;
  reminders: ReminderStore;
  subjects: SubjectStore;
  people: People;
  recipients: Recipients;
  call: Call;
  mail: SendingChannel;
  frontendUrl: string;
  clock: Clock;
  newId: NewId;
  log: Logger;
  counters: EngineCounters;
  leaseMs?: number;
}) {
  const { deliveries, reminders, clock, log, counters } = deps;
  const leaseMs = deps.leaseMs ?? DELIVERY_LEASE_MS;
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
            lookAt: new Date(now.getTime() + leaseMs),
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
    await collection.updateOne(
      { _id: delivery._id, claim: delivery.claim } as never,
      {
        $set: {
          ...set,
          updatedAt: now,
          ...(options.again ? lookAgain(options.again) : {}),
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
      } as never,
    );
  }

  const count = (delivery: DeliveryRow, outcome: string, code = '') => {
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

  /** The reminder looks for its people again: whom this delivery was for doesn't get it. Who got it before doesn't get it twice. */
  async function reopen(items: readonly DeliveryItem[], code: string): Promise<void> {
    const now = clock.now();
    await reminders.model.collection.updateMany(
      { _id: { $in: items.map((item) => item.reminderId) }, status: 'SENT' } as never,
      {
        $set: { status: 'SCHEDULED', reason: code, updatedAt: now, ...lookAgain(now) },
        $inc: { revision: 1, enqueues: 1 },
        $push: { history: step(now, 'REOPENED', code) },
      } as never,
    );
  }

  /** What the mail says now, or why there is nothing to say. Throws `ServiceUnavailable` when an owner can't be asked. */
  async function prepare(delivery: DeliveryRow): Promise<Prepared> {
    const now = clock.now();
    const rows = new Map((await reminders.load(delivery.items.map((item) => item.reminderId))).map((row) => [row._id, row]));
    const subjects = new Map(
      (await deps.subjects.load([...new Set(delivery.items.map((item) => item.subjectId))])).map((row) => [row._id, row]),
    );
    const isWanted = createWanted(subjects);
    const known = await deps.people.know(delivery.personId);
    const mustAsk = delivery.digestOn !== null || !delivery.askedAt || now.getTime() - delivery.askedAt.getTime() > ANSWER_COUNTS_MS;
    const left = delivery.items.filter((item) => {
      const reminder = rows.get(item.reminderId);
      return reminder && reminder.status !== 'CANCELLED' && isWanted(reminder);
    });
    if (left.length === 0) return { kind: 'nothing', code: 'NOT_WANTED_ANY_MORE' };
    if (!known?.person.active || known.person.email === null) {
      await reopen(left, 'RECIPIENT_UNREACHABLE');
      return { kind: 'nothing', code: 'RECIPIENT_UNREACHABLE' };
    }
    const answered = await Promise.all(
      left.map(async (item) => ({
        item,
        stays: mustAsk ? await askAgain(rows.get(item.reminderId) as ReminderRow, delivery.personId) : { answer: { facts: {} } },
      })),
    );
    const gone = answered.flatMap(({ item, stays }) => (stays === 'OTHERS' ? [item] : []));
    if (gone.length > 0) await reopen(gone, 'RECIPIENT_CHANGED');
    const messages = await Promise.all(
      answered.map(({ item, stays }) =>
        typeof stays === 'string'
          ? Promise.resolve(null)
          : messageFor(delivery, item, subjects.get(item.subjectId) as SubjectRow, stays.answer),
      ),
    );
    const ready = messages.flatMap((message, index) => (message ? [{ item: left[index] as DeliveryItem, message }] : []));
    if (ready.length === 0) return { kind: 'nothing', code: gone.length > 0 ? 'RECIPIENT_CHANGED' : 'NOT_NEEDED' };
    return { kind: 'message', ready, message: outgoing(delivery, known, known.person.email, ready) };
  }

  async function askAgain(
    reminder: ReminderRow,
    personId: string,
  ): Promise<{ answer: Pick<OwnerAnswer, 'facts'> } | 'NOT_NEEDED' | 'OTHERS'> {
    const answer = await deps.call('placements.reminderSubject', {
      subjectId: reminder.subjectId,
      role: reminder.role,
      onlyWhilePending: ruleOf(reminder.rule)?.onlyWhilePending ?? false,
    });
    if (!answer.needed) return 'NOT_NEEDED';
    const resolution = await deps.recipients(reminder, answer);
    return resolution?.recipients.some(({ person }) => person.id === personId) ? { answer } : 'OTHERS';
  }

  /** One reminder's part of the mail with a link of its own; null when the owner says that the task needs none any more. */
  async function messageFor(
    delivery: DeliveryRow,
    item: DeliveryItem,
    subject: SubjectRow,
    answer: Pick<OwnerAnswer, 'facts'>,
  ): Promise<MessageItem | null> {
    const isStaff = delivery.personId.startsWith('stf_');
    let url: string | null = `${deps.frontendUrl}/${item.subjectType === 'EVALUATION' ? 'evaluations' : 'handovers'}/${item.subjectId}`;
    let isLink = LINK_ROLES.includes(delivery.role) && !isStaff;
    if (isLink) {
      const role = delivery.role as 'EMPLOYER' | 'STUDENT' | 'RECEIVING_PARTY';
      const { token } = await deps.call('placements.issueLink', { taskId: item.subjectId, personId: delivery.personId, role });
      // An evaluation without a link is done. A handover has none before its conversation is planned, and the party is told all the same.
      if (token === null && item.subjectType === 'EVALUATION') return null;
      // Behind the `#`: a browser never sends it to a server, so it stands in no log.
      url = token === null ? null : `${deps.frontendUrl}/link#${token}`;
      isLink = token !== null;
    }
    const pupil = delivery.role === 'STUDENT' && !isStaff ? null : await deps.people.person(item.studentId);
    return {
      subjectType: item.subjectType,
      kind: item.kind,
      role: delivery.role,
      facts: factsFor(subject, answer),
      // Outside the foundation the first name is enough to know who is meant (DOMAIN section 7).
      pupil: pupil && (isStaff ? `${pupil.givenName} ${pupil.familyName}` : pupil.givenName),
      url,
      isLink,
    };
  }

  function outgoing(
    delivery: DeliveryRow,
    { person, preferences }: KnownPerson,
    address: string,
    ready: readonly Ready[],
  ): OutgoingMessage {
    return {
      messageId: delivery.messageId,
      items: ready.map(({ message }) => message),
      person: {
        id: person.id,
        name: `${person.givenName} ${person.familyName}`,
        givenName: person.givenName,
        address,
        language: preferences.language ?? person.language,
      },
      today: clock.today(),
      at: clock.now(),
    };
  }

  async function attempt(delivery: DeliveryRow): Promise<JobOutcome> {
    const prepared = await prepare(delivery);
    if (prepared.kind === 'nothing') return skip(delivery, prepared.code);
    const lease = keepLease({
      model: deliveries.model as unknown as Model<Scheduled>,
      id: delivery._id,
      claim: delivery.claim as string,
      until: delivery.leaseUntil as Date,
      leaseMs,
      clock,
    });
    try {
      const { message, ready } = prepared;
      const result = await deps.mail.send(message, lease.holds);
      if (result.ok) {
        const sentAt = clock.now();
        const told: NewEvent = {
          type: 'DeliverySent',
          data: {
            deliveryId: delivery._id,
            personId: delivery.personId,
            employerId: delivery.employerId,
            channel: delivery.channel,
            reminderIds: ready.map(({ item }) => item.reminderId),
          },
        };
        await mark(delivery, { status: 'SENT', code: null, sentAt, body: storedBody(message, deps.frontendUrl) }, { events: [told] });
        count(delivery, 'sent');
        return { outcome: 'sent' };
      }
      const { code, retry } = result.failure;
      // Another worker has it, or will: nothing here is ours to write any more. If nobody came, this job claims it anew.
      if (code === 'LEASE_LOST') return { outcome: 'lease-lost', again: new Date(clock.now().getTime() + retryDelay(1)) };
      if (retry) return await tryAgain(delivery, code);
      if (code === 'ADDRESS_REFUSED') {
        const refusedAddress = addressFingerprint(message.person.address);
        await deliveries.markAddress(refusedAddress, code, clock.now());
        await fail(delivery, code, { refusedAddress });
        await reopen(
          ready.map(({ item }) => item),
          'ADDRESS_REFUSED',
        );
        return { outcome: 'failed' };
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
      const isItsJob = row?.lookAt !== undefined && row.enqueues === job.counter && row.lookAt > clock.now();
      return isItsJob && row.lookAt ? { outcome: 'later', again: row.lookAt } : { outcome: 'closed' };
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
