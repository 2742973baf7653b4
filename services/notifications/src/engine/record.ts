import type { Clock } from '@servicepunt/shared/clock';
import { derivedId } from '@servicepunt/shared/ids';
import type { Logger } from '@servicepunt/shared/log';
import { isStoreUnavailable } from '@servicepunt/shared/mongo';
import { messageIdOf } from '../delivery/mail.ts';
import { digestFor, isEmployersPerson, isUrgent, nextAllowed, type Channel } from '../delivery/rules.ts';
import type { DeliveryItem, DeliveryRow, DeliveryStore } from '../delivery/store.ts';
import type { MessageFacts } from '../delivery/templates/message.ts';
import type { InboxStore, NotificationRow } from '../inbox/store.ts';
import type { Teller } from '../live/tell.ts';
import type { ReminderRow } from '../reminder/store.ts';
import { factsOf, type SubjectRow } from '../reminder/subjects.ts';
import { basisOf } from '../rule/plan.ts';
import type { EngineCounters } from './outcomes.ts';
import type { OwnerAnswer, Recipient } from './recipients.ts';
import type { Record, Send } from './remind.ts';
import { CATCH_UP_MS, HORIZON_MS } from './scheduled.ts';

export const deliveryId = (reminderId: string, personId: string, channel: Channel): string =>
  derivedId('dlv', reminderId, personId, channel);

/**
 * Writes down who gets a reminder by which channel: one delivery per reminder, person and channel, whatever is repeated.
 * The inbox needs no sending: its message stands at once. A mail waits for quiet hours to end, or in an employer's digest.
 */
export function createRecorder(deps: {
  deliveries: DeliveryStore;
  inbox: InboxStore;
  clock: Clock;
  counters: EngineCounters;
  log: Logger;
  mailFrom: string;
  tell: Teller;
}): Record {
  const { clock } = deps;

  return async function record(sends) {
    const result = new Map<string, { deliveryIds: readonly string[]; due: readonly DeliveryRow[] }>();
    const inserts: DeliveryRow[] = [];
    const messages: NotificationRow[] = [];
    for (const send of sends) {
      try {
        const made = await rowsFor(send);
        result.set(send.reminder._id, made);
        inserts.push(...made.inserts);
        messages.push(...made.messages);
      } catch (error) {
        // What can't be put into words concerns this one alone; it is left out, and tried again.
        if (isStoreUnavailable(error)) throw error;
        deps.log.error({ event: 'reminder-not-recorded', reminderId: send.reminder._id, err: error });
      }
    }
    // The message before its delivery: whatever is recorded as sent is there to be read.
    await deps.inbox.insert(messages);
    // Before the reminder is marked as sent: a worker that dies here does all of it again, and nobody who listens misses a message.
    await deps.tell.notifications(messages);
    await deps.deliveries.insert(inserts);
    return result;
  };

  async function rowsFor({ reminder, answer, resolution, subject }: Send) {
    const made = { deliveryIds: [] as string[], due: [] as DeliveryRow[], inserts: [] as DeliveryRow[], messages: [] as NotificationRow[] };
    const facts = factsFor(subject, answer);
    const horizon = clock.now().getTime() + HORIZON_MS;
    for (const recipient of resolution.recipients) {
      for (const channel of recipient.channels) {
        const { delivery, joinedDigest } = await rowFor(reminder, subject, recipient, channel, resolution.via);
        made.deliveryIds.push(delivery._id);
        if (joinedDigest) continue;
        made.inserts.push(delivery);
        if (channel === 'IN_APP') made.messages.push(messageOf(delivery, reminder, facts));
        else if (delivery.lookAt && delivery.lookAt.getTime() <= horizon) made.due.push(delivery);
      }
    }
    return made;
  }

  async function rowFor(reminder: ReminderRow, subject: SubjectRow, recipient: Recipient, channel: Channel, via: string) {
    const now = clock.now();
    const personId = recipient.person.id;
    const urgent = isUrgent(reminder);
    const id = deliveryId(reminder._id, personId, channel);
    const common = {
      channel,
      personId,
      role: reminder.role,
      class: reminder.class,
      employerId: reminder.employerId,
      via,
      urgent,
      items: [itemOf(reminder)],
      code: null,
      attempts: 0,
      failures: [],
      askedAt: now,
      body: null,
      enqueues: 1,
      revision: 1,
      createdAt: now,
      updatedAt: now,
      outbox: [],
    };
    const mail = (_id: string, digestOn: string | null, from: Date): DeliveryRow => {
      const lookAt = urgent ? from : nextAllowed(from, recipient.preferences);
      return {
        _id,
        ...common,
        digestOn,
        status: 'PENDING',
        messageId: messageIdOf(_id, deps.mailFrom),
        sentAt: null,
        expiresAt: new Date(lookAt.getTime() + CATCH_UP_MS),
        lookAt,
      };
    };
    if (channel === 'IN_APP') {
      deps.counters.delivery('IN_APP', reminder.rule, 'sent', '');
      const delivery: DeliveryRow = { _id: id, ...common, digestOn: null, status: 'SENT', messageId: id, sentAt: now, expiresAt: now };
      return { delivery, joinedDigest: false };
    }
    const digest = isEmployersPerson(personId)
      ? digestFor(now, { ...reminder, basisDay: basisOf(factsOf(subject)).day }, recipient.preferences)
      : null;
    if (digest) {
      const delivery = mail(derivedId('dlv', 'digest', personId, digest.day), digest.day, digest.at);
      if (await deps.deliveries.addToDigest(delivery)) return { delivery, joinedDigest: true };
    }
    return { delivery: mail(id, null, now), joinedDigest: false };
  }
}

function itemOf(reminder: ReminderRow): DeliveryItem {
  return {
    reminderId: reminder._id,
    rule: reminder.rule,
    kind: reminder.kind,
    subjectType: reminder.subjectType,
    subjectId: reminder.subjectId,
    studentId: reminder.studentId,
    locationId: reminder.locationId,
  };
}

/** Dates and codes for the text: as the owner says now, else as he last told. */
export function factsFor(subject: SubjectRow, answer: Pick<OwnerAnswer, 'facts'>): MessageFacts {
  const { facts } = answer;
  return {
    moment: facts['moment'] ?? subject.moment,
    dueOn: facts['dueOn'] ?? subject.dueOn,
    conversationAt: 'conversationAt' in facts ? (facts['conversationAt'] ?? null) : (subject.conversationAt?.toISOString() ?? null),
    deadline: facts['deadline'] ?? subject.deadline,
  };
}

function messageOf(delivery: DeliveryRow, reminder: ReminderRow, facts: MessageFacts): NotificationRow {
  return {
    _id: derivedId('ntf', delivery._id),
    personId: delivery.personId,
    reminderId: reminder._id,
    kind: reminder.kind,
    role: reminder.role,
    subjectType: reminder.subjectType,
    subjectId: reminder.subjectId,
    placementId: reminder.placementId,
    studentId: reminder.studentId,
    facts: { ...facts },
    readAt: null,
    revision: 1,
    createdAt: delivery.createdAt,
    updatedAt: delivery.createdAt,
    outbox: [],
  };
}
